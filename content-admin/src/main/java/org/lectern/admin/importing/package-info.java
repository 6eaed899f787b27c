/**
 * Bringing files in: for people by upload, plan and application on pages of their own, for programs by one call. Both run the same domain code
 * ({@link org.lectern.content.importing.Imports}), and both leave nothing behind: an uploaded zip waits in the data folder between plan and application
 * ({@link org.lectern.admin.importing.Uploads}) and goes with it.
 */
package org.lectern.admin.importing;
