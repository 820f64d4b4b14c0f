/** What can be written in the configuration: as a JSON Schema for editors, as a page for people. */
@NullMarked
package dev.sluice.config.describe;

import org.jspecify.annotations.NullMarked;
