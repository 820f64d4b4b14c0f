/** Pure: schema before and statements in, how each is taken back out. */
@NullMarked
package dev.sluice.undo;

import org.jspecify.annotations.NullMarked;
