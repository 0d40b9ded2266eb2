import { createStore, del, get, keys, promisifyRequest, type UseStore } from 'idb-keyval';

const openTimeoutMs = 2_000;

/** A small store by key, in IndexedDB or, where the browser keeps that shut, in memory. */
export interface Storage {
	/** False when what is saved lasts only until the page closes. */
	readonly persistent: boolean;
	load(key: string): Promise<unknown>;
	save(key: string, value: unknown): Promise<void>;
	remove(key: string): Promise<void>;
	keys(): Promise<readonly string[]>;
}

/** Opens a database of its own; falls back to memory when IndexedDB is blocked or does not answer within 2 s. */
export async function openStorage(name: string): Promise<Storage> {
	try {
		const store = createStore(name, 'entries');
		await withTimeout(keys(store));
		return indexedDbStorage(store);
	} catch {
		return createMemoryStorage();
	}
}

/** A store that forgets everything with the page. */
export function createMemoryStorage(): Storage {
	const entries = new Map<string, unknown>();
	return {
		persistent: false,
		load: async (key) => entries.get(key),
		save: async (key, value) => void entries.set(key, value),
		remove: async (key) => void entries.delete(key),
		keys: async () => [...entries.keys()]
	};
}

function indexedDbStorage(store: UseStore): Storage {
	return {
		persistent: true,
		load: (key) => get(key, store),
		save: (key, value) => store('readwrite', (entries) => put(entries, key, value)),
		remove: (key) => del(key, store),
		keys: async () => (await keys(store)).map(String)
	};
}

/** A page that is being left no longer hears of its request, and would lose a transaction that waits for that to commit. */
function put(entries: IDBObjectStore, key: string, value: unknown): Promise<void> {
	entries.put(value, key);
	entries.transaction.commit();
	return promisifyRequest(entries.transaction);
}

/** An IndexedDB that another tab or a private window holds shut may never answer. */
function withTimeout<Value>(promise: Promise<Value>): Promise<Value> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error('IndexedDB did not answer.')), openTimeoutMs);
		promise.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
