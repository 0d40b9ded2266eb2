import type { Component } from 'svelte';

/** What there is about people, from top to bottom. */
export const peopleSections: readonly Component[] = [];
