/** Looking after merge requests as a whole: over all the steps in the packages beside this one. */
@NullMarked
package dev.sluice.flow.tend;

import org.jspecify.annotations.NullMarked;
