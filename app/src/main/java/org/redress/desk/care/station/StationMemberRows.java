package org.redress.desk.care.station;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code care.member}. */
@Repository
class StationMemberRows {

    static final String PAGE = """
            select m.*, (select max(r.taken_at) from care.report r
                          where r.bureau = m.bureau and r.member = m.id and r.state = 'TAKEN') as last_report
              from care.member m
             where m.bureau = :bureau and m.station = :station and m.id > :after order by m.id limit :limit""";

    /** In one order, so that two who hold several stations do not wait for each other. */
    static final String MEMBERSHIPS = """
            select station, id from care.member
             where bureau = :bureau and customer = :customer and left_at is null order by station, id""";

    private final JdbcClient jdbc;

    StationMemberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether the customer was no member yet */
    boolean insert(BureauId bureau, StationId station, Member one) {
        return jdbc.sql("""
                        insert into care.member (bureau, id, station, customer, noted_by, agreed_at, agreed)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (bureau, station, customer) where left_at is null do nothing
                        """)
                        .params(
                                bureau.value(),
                                one.id().value(),
                                station.value(),
                                one.customer().value(),
                                one.notedBy().value(),
                                Moments.at(one.agreedAt()),
                                one.agreed())
                        .update()
                == 1;
    }

    boolean leave(BureauId bureau, StationId station, MemberId id, StaffId by, Instant at, String why) {
        return jdbc.sql("""
                        update care.member set left_at = ?, left_by = ?, why = ?
                         where bureau = ? and station = ? and id = ? and left_at is null
                        """)
                        .params(Moments.at(at), by.value(), why, bureau.value(), station.value(), id.value())
                        .update()
                == 1;
    }

    /** Where somebody reports. */
    record Membership(StationId station, MemberId member) {}

    List<Membership> memberships(BureauId bureau, CustomerId customer) {
        return jdbc.sql(MEMBERSHIPS)
                .param("bureau", bureau.value())
                .param("customer", customer.value())
                .query((row, n) -> new Membership(
                        new StationId(row.getObject("station", UUID.class)),
                        new MemberId(row.getObject("id", UUID.class))))
                .list();
    }

    Optional<Member> find(BureauId bureau, StationId station, MemberId id) {
        return jdbc.sql("""
                        select m.*, null::timestamptz as last_report from care.member m
                         where m.bureau = ? and m.station = ? and m.id = ?
                        """)
                .params(bureau.value(), station.value(), id.value())
                .query(StationMemberRows::member)
                .optional();
    }

    List<Member> page(BureauId bureau, StationId station, UUID after, int limit) {
        return jdbc.sql(PAGE)
                .param("bureau", bureau.value())
                .param("station", station.value())
                .param("after", after)
                .param("limit", limit)
                .query(StationMemberRows::member)
                .list();
    }

    private static Member member(ResultSet row, int n) throws SQLException {
        return new Member(
                new MemberId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer", UUID.class)),
                new StaffId(row.getObject("noted_by", UUID.class)),
                Moments.get(row, "agreed_at"),
                row.getString("agreed"),
                Moments.find(row, "left_at"),
                row.getString("why"),
                Moments.find(row, "last_report"));
    }
}
