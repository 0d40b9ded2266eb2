import { createContext } from 'svelte';

/** Writes a name where one writes in chat, and goes there. */
export const [getMention, setMention] = createContext<(name: string) => void>();
