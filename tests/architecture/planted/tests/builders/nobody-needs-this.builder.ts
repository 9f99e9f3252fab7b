export const dead = true; // planted: test-files-are-used
