/* Placeholder; keys and niceties follow. Every page works without it. */
