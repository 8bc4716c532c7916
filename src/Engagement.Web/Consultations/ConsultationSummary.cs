using Engagement.Web.Home;

namespace Engagement.Web.Consultations;

public sealed record ConsultationSummary(
    string Slug, string Title, ConsultationState State, DateOnly? OpensOn, DateOnly? ClosesOn, DateOnly? ResponseDueOn, PublishedReport? Report)
{
    public IReadOnlyList<string> About { get; init; } = [];

    public IReadOnlyList<string> Districts { get; init; } = [];
}
