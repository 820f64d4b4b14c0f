/** What people ask to see: what the change's statements do, and what becomes of the schemas. */
@NullMarked
package dev.sluice.flow.show;

import org.jspecify.annotations.NullMarked;
