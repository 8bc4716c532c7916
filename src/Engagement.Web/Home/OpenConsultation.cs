using Engagement.Web.Activities;

namespace Engagement.Web.Home;

/// <summary>A consultation that can be answered. Whom it asks is read where that matters.</summary>
public sealed record OpenConsultation(
    string Slug, string Title, DateOnly? ClosesOn, OpenProposal? Proposal, IReadOnlyList<Audience>? Audiences = null);

public sealed record OpenProposal(string Text);
