namespace Engagement.Web;

/// <summary>Marks an endpoint as one of these pages, so that their middleware leaves all others alone.</summary>
internal sealed class PageMetadata;
