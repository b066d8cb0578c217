// Reproducible randomness for tests.

/// A function that gives a number from 0 to below `limit`; the same sequence for the same seed.
export function randomNumbers(seed) {
  let state = BigInt(seed);
  return (limit) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number((state >> 33n) % BigInt(limit));
  };
}

/// `fetch` that loses every n-th request or reply, at random: half of them before the network saw the request.
export function lossyFetch(random, percent) {
  const lose = () => {
    throw new TypeError("lost");
  };
  return async (...args) => {
    const lost = random(100) < percent;
    if (lost && random(2) === 0) lose();
    const response = await fetch(...args);
    if (lost) lose();
    return response;
  };
}
