namespace EventStore.Tests;

public sealed class The_tree
{
    // The inputs and roots that Certificate Transparency's implementations hold each other to.
    private static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void is_that_of_RFC_6962(int count, string root) => Convert.ToHexStringLower(MerkleTree.Root(HashesOf(count))).ShouldBe(root);

    [Fact]
    public void leads_from_every_leaf_to_the_root_and_from_no_other_place()
    {
        for (var count = 1; count <= 70; count++)
        {
            var hashes = Random(count);
            var root = Convert.ToHexStringLower(MerkleTree.Root(hashes));
            var levels = MerkleTree.Levels(hashes);
            for (var leaf = 0; leaf < count; leaf++)
            {
                var path = MerkleTree.Path(levels, leaf);
                for (var place = 0; place < count; place++)
                    (MerkleTree.RootOf(hashes.AsSpan(leaf * 32, 32), place, count, path) == root).ShouldBe(place == leaf, $"leaf {leaf} at {place} of {count}");
            }
        }
    }

    [Fact]
    public void takes_no_path_that_is_too_short_or_too_long()
    {
        var hashes = Random(5);
        var path = MerkleTree.Path(MerkleTree.Levels(hashes), 1);

        MerkleTree.RootOf(hashes.AsSpan(32, 32), 1, 5, [.. path.SkipLast(1)]).ShouldBeNull();
        MerkleTree.RootOf(hashes.AsSpan(32, 32), 1, 5, [.. path, path[0]]).ShouldBeNull();
        MerkleTree.RootOf(hashes.AsSpan(32, 32), -1, 5, path).ShouldBeNull();
        MerkleTree.RootOf(hashes.AsSpan(32, 32), 5, 5, path).ShouldBeNull();
    }

    private static byte[] HashesOf(int count)
    {
        var hashes = new byte[count * 32];
        for (var i = 0; i < count; i++) MerkleTree.HashLeaf(Convert.FromHexString(Leaves[i]), hashes.AsSpan(i * 32));
        return hashes;
    }

    private static byte[] Random(int count)
    {
        var hashes = new byte[count * 32];
        new Random(count).NextBytes(hashes);
        return hashes;
    }
}
