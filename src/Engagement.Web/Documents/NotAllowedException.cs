namespace Engagement.Web.Documents;

/// <summary>The person has signed in, and this is still not for their role.</summary>
public sealed class NotAllowedException() : Exception("This is not for your role.");
