namespace Engagement.Charter;

/// <summary>A group that keeps to an edition of a charter.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="SignedOn">The day it signed up.</param>
public sealed record SignedUpGroup(string Name, DateOnly SignedOn);
