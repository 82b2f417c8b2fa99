package org.redress.platform.web;

import java.util.Optional;
import org.redress.platform.text.Words;

/** Knows what waits behind the bell of somebody who is signed in; asked for every page, so it must be quick. */
public interface BellRinger {

    Optional<Bell> bell(Viewer viewer, Words words);
}
