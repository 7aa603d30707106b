package io.slipway.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.RunState;
import io.slipway.http.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {

    @ParameterizedTest
    @CsvSource({
        "pending, , , , PENDING",
        "pending, , inProgress, , WAITING",
        "inProgress, , inProgress, , WAITING",
        "inProgress, , completed, succeeded, RUNNING",
        "completed, succeeded, completed, succeeded, SUCCEEDED",
        "completed, succeededWithIssues, , , PARTLY",
        "completed, failed, completed, succeeded, FAILED",
        "completed, failed, completed, failed, REJECTED",
        "completed, skipped, completed, failed, REJECTED",
        "completed, skipped, , , SKIPPED",
        "completed, canceled, completed, canceled, CANCELLED",
        "completed, abandoned, , , CANCELLED"
    })
    void a_stage_is_what_it_and_its_checkpoint_say(
            String state, String result, String checkpoint, String checkpointResult, RunState expected) {
        Timeline timeline = timeline("{'id':'s','type':'Stage','identifier':'prod'," + stands(state, result) + "}"
                + (checkpoint == null
                        ? ""
                        : ",{'id':'c','parentId':'s','type':'Checkpoint'," + stands(checkpoint, checkpointResult)
                                + "}"));

        assertThat(timeline.state(timeline.stages().getFirst())).isEqualTo(expected);
    }

    @Test
    void an_approval_belongs_to_the_stage_above_its_checkpoint() {
        Timeline timeline = timeline("{'id':'s','type':'Stage','identifier':'prod','name':'Deploy to Production'},"
                + "{'id':'c','parentId':'s','type':'Checkpoint','state':'inProgress'},"
                + "{'id':'A1','parentId':'c','type':'Checkpoint.Approval','state':'inProgress'},"
                + "{'id':'A2','parentId':'c','type':'Checkpoint.Approval','state':'completed'}");

        assertThat(timeline.waitingApprovals()).containsExactly("A1");
        assertThat(timeline.stageOf("a1")).map(Timeline.Entry::stageName).contains("prod");
    }

    @Test
    void the_first_task_that_failed_is_the_culprit() {
        Timeline timeline = timeline("{'id':'s','type':'Stage','result':'failed'},"
                + "{'id':'j','parentId':'s','type':'Job','result':'failed'},"
                + "{'id':'t3','parentId':'j','type':'Task','name':'Publish','order':3,'result':'failed'},"
                + "{'id':'t2','parentId':'j','type':'Task','name':'Import','order':2,'result':'failed'},"
                + "{'id':'t1','parentId':'j','type':'Task','name':'Install','order':1,'result':'succeededWithIssues'}");

        assertThat(timeline.culprit(timeline.stages().getFirst()))
                .map(Timeline.Entry::name)
                .contains("Import");
    }

    @Test
    void the_task_under_way_tells_how_far_it_is() {
        Timeline timeline = timeline("{'id':'s','type':'Stage','state':'inProgress','percentComplete':5},"
                + "{'id':'t','parentId':'s','type':'Task','state':'inProgress','percentComplete':40}");

        assertThat(timeline.percent(timeline.stages().getFirst())).contains(40);
    }

    @Test
    void a_record_that_is_its_own_parent_does_no_harm() {
        Timeline timeline = timeline("{'id':'s','parentId':'s','type':'Stage','state':'inProgress'}");

        assertThat(timeline.state(timeline.stages().getFirst())).isEqualTo(RunState.RUNNING);
    }

    private static String stands(String state, String result) {
        return "'state':'" + state + "'" + (result == null ? "" : ",'result':'" + result + "'");
    }

    private static Timeline timeline(String records) {
        String json = ("{'records':[" + records + "]}").replace('\'', '"');
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Timeline.class);
    }
}
