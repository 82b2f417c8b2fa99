/** Paper: pages that are printed or sent as a file, with an embedded font that has Chinese and Latin. */
@NullMarked
@ApplicationModule(
        displayName = "platform.print",
        allowedDependencies = {"platform.text"})
package org.redress.platform.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
