export const dead = true; // planted: tool-files-are-used
