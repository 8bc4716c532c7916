namespace Engagement.Feedback;

/// <summary>Small numbers identify children: the public does not see a count of people below ten.</summary>
public static class DisclosureControl
{
    private const int LeastPublic = 10;
    private const int RoundedTo = 5;

    public static int? PublicCount(int count) =>
        count < LeastPublic ? null : (int)Math.Round(count / (double)RoundedTo, MidpointRounding.AwayFromZero) * RoundedTo;
}
