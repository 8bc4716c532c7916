namespace Engagement.Web.Home;

public sealed record OpenConsultation(string Slug, string Title, DateOnly? ClosesOn, OpenProposal? Proposal);

public sealed record OpenProposal(string Text);
