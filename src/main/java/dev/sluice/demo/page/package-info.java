/** The web page of the stand-in: merge requests, their threads, and buttons to act as a person. */
@NullMarked
package dev.sluice.demo.page;

import org.jspecify.annotations.NullMarked;
