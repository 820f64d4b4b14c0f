/** What was there before Sluice: baselines, and the histories of other tools. */
@NullMarked
package dev.sluice.flow.known;

import org.jspecify.annotations.NullMarked;
