import type { Component } from 'svelte';
import PeopleSection from './PeopleSection.svelte';

/** What there is about people, from top to bottom. */
export const peopleSections: readonly Component[] = [PeopleSection];
