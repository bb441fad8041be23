/* A wall that is not refreshed any more looks like one on which nothing happens. */
['htmx:sendError', 'htmx:responseError', 'htmx:timeout'].forEach(failure => document.addEventListener(failure, () => {
    document.getElementById('stale').hidden = false;
}));
