/** The composition root: what there is (Application) and what happens when (EventRouter). */
@NullMarked
package dev.sluice;

import org.jspecify.annotations.NullMarked;
