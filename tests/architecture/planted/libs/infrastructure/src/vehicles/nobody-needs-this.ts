export const dead = true; // planted: product-files-are-used
