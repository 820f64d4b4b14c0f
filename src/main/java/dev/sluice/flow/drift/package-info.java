/** Whether a target's schema is as it should be, and what follows when it is not. */
@NullMarked
package dev.sluice.flow.drift;

import org.jspecify.annotations.NullMarked;
