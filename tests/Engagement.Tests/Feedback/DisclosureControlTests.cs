using Engagement.Feedback;

namespace Engagement.Tests.Feedback;

public sealed class DisclosureControlTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(9, null)]
    [InlineData(10, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    [InlineData(670, 670)]
    public void The_public_sees_no_count_under_ten_and_others_to_the_nearest_five(int count, int? shown) =>
        DisclosureControl.PublicCount(count).ShouldBe(shown);
}
