namespace Engagement.Web.Documents;

/// <summary>An id or a place in a list, as it came with the page's address, was never given out: there is no such page.</summary>
public sealed class AddressUnknownException() : Exception("There is nothing at this address.");
