// A reason why the network cannot start, in words for whoever started it.

export class StartError extends Error {}
