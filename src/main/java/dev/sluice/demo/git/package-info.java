/** A small git: blobs, trees, commits, branches, merges and diffs, all in memory. */
@NullMarked
package dev.sluice.demo.git;

import org.jspecify.annotations.NullMarked;
