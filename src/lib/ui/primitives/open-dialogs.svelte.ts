/** How many dialogs are open: what lies at the lower edge then would cover their buttons. */
export const openDialogs = $state({ count: 0 });
