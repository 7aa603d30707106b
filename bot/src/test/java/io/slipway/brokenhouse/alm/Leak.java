package io.slipway.brokenhouse.alm;

import io.slipway.brokenhouse.store.Cellar;
import java.sql.Connection;

/** A noun that knows a porch and SQL: HouseTest has to notice. */
record Leak(Cellar cellar, Connection connection) {}
