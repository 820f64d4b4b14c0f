/**
 * YAML onto records: every problem at once, each with its line, key, reason and a guess at what was
 * meant. Knows nothing of what Sluice configures.
 */
@NullMarked
package dev.sluice.config.bind;

import org.jspecify.annotations.NullMarked;
