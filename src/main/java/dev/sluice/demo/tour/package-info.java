/** The demo: a small company around the stand-in GitLab, and the tour through the whole flow. */
@NullMarked
package dev.sluice.demo.tour;

import org.jspecify.annotations.NullMarked;
