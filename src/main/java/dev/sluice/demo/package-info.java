/** The stand-in GitLab and the tour that shows the whole flow without any outside service. */
@NullMarked
package dev.sluice.demo;

import org.jspecify.annotations.NullMarked;
