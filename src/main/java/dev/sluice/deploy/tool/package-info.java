/** Programs that Sluice starts to change a schema, and what they say. */
@NullMarked
package dev.sluice.deploy.tool;

import org.jspecify.annotations.NullMarked;
