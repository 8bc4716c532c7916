using Engagement.Web.Consultations;

namespace Engagement.Web.Home;

public sealed record OpenConsultation(string Slug, string Title, DateOnly? ClosesOn, OpenProposal? Proposal, WaveSummary? Wave);

public sealed record OpenProposal(string Text);
