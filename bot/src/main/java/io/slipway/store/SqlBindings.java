package io.slipway.store;

import io.slipway.alm.Project;
import io.slipway.ports.Bindings;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Which channel belongs to which project. */
final class SqlBindings implements Bindings {

    private final JdbcClient sql;
    private final TransactionOperations transaction;

    SqlBindings(JdbcClient sql, TransactionOperations transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    @Override
    public void bind(Binding binding) {
        transaction.executeWithoutResult(status -> {
            sql.sql("delete from bindings where place = ?")
                    .param(binding.room().place())
                    .update();
            sql.sql("insert into bindings (place, organization, project, approvals, room) values (?, ?, ?, ?, ?)")
                    .param(binding.room().place())
                    .param(binding.project().organization().toString())
                    .param(binding.project().name())
                    .param(binding.approvals())
                    .param(Rooms.write(binding.room()))
                    .update();
        });
    }

    @Override
    public Optional<Binding> of(String place) {
        return sql.sql("select * from bindings where place = ?")
                .param(place)
                .query(SqlBindings::binding)
                .optional();
    }

    @Override
    public List<Binding> to(Project project) {
        return sql.sql("select * from bindings where organization = ? and project = ? order by place")
                .param(project.organization().toString())
                .param(project.name())
                .query(SqlBindings::binding)
                .list();
    }

    private static Binding binding(ResultSet row, int number) throws SQLException {
        Project project = new Project(URI.create(row.getString("organization")), row.getString("project"));
        return new Binding(Rooms.read(row.getString("room")), project, row.getBoolean("approvals"));
    }
}
