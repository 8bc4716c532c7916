namespace EventStore.Tests;

public sealed class SubmissionReceived;

public sealed class HTTPCallMade;

public sealed class GDPRErasureAsked;

public sealed class V2Event;

public sealed class Consultation2ndStage;

public sealed class Wrap<T>;

public static class Outer
{
    public sealed class Inner;
}

public sealed class Event_aliases
{
    [Theory]
    [InlineData(typeof(SubmissionReceived), "submission_received")]
    [InlineData(typeof(HTTPCallMade), "http_call_made")]
    [InlineData(typeof(GDPRErasureAsked), "gdpr_erasure_asked")]
    [InlineData(typeof(V2Event), "v2_event")]
    [InlineData(typeof(Consultation2ndStage), "consultation_2nd_stage")]
    [InlineData(typeof(Outer.Inner), "inner")]
    [InlineData(typeof(Wrap<SubmissionReceived>), "Wrap<SubmissionReceived>")]
    public void are_those_of_Marten(Type type, string alias) => NameAlias.ForEvent(type).ShouldBe(alias);

    [Fact]
    public void of_documents_are_those_of_Marten()
    {
        NameAlias.ForDocument(typeof(BasketSummary)).ShouldBe("basketsummary");
        NameAlias.ForDocument(typeof(Outer.Inner)).ShouldBe("outer_inner");
    }
}
