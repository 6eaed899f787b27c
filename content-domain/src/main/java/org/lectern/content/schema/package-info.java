/** The tables: migrated when the application starts, before anything else asks the database. Knows no other feature. */
package org.lectern.content.schema;
