/** When an environment may be deployed to: windows and freezes in the time of a zone. Pure. */
@NullMarked
package dev.sluice.change.calendar;

import org.jspecify.annotations.NullMarked;
