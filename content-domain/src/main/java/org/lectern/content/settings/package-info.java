/**
 * What an operations team sets: {@link org.lectern.content.settings.Settings} is the one place that reads it. Each setting is the environment variable
 * {@code LECTERN_SITE_NAME} or the variable {@code lectern.site.name} of {@code server.xml}. A leaf: may know the root package alone.
 */
package org.lectern.content.settings;
