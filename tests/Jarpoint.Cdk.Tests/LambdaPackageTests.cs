using Jarpoint.Cdk.Application;
using Jarpoint.Cdk.Tests.Synthesis;

namespace Jarpoint.Cdk.Tests;

public sealed class LambdaPackageTests(Synthesized synthesized)
{
    [Fact]
    public void An_executable_of_the_architecture_is_taken()
    {
        LambdaPackage.Checked(synthesized.Arm64, CpuArchitecture.Arm64).ShouldBe(synthesized.Arm64);
    }

    [Fact]
    public void An_executable_of_the_other_architecture_is_refused()
    {
        Should.Throw<InvalidOperationException>(() => LambdaPackage.Checked(synthesized.Arm64, CpuArchitecture.X86))
            .Message.ShouldEndWith("bootstrap is for arm64, and the stack for x86_64: functions/package x86_64 makes it.");
    }

    [Fact]
    public void A_folder_without_an_executable_says_what_makes_one()
    {
        Should.Throw<InvalidOperationException>(
                () => LambdaPackage.Checked(synthesized.NewFolder("empty"), CpuArchitecture.Arm64))
            .Message.ShouldEndWith("bootstrap is not there: functions/package arm64 makes it.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("#!/bin/sh\nexec something-that-is-longer-than-a-header\n")]
    public void A_file_that_is_no_executable_is_refused(string content)
    {
        var folder = synthesized.NewFolder("script");
        File.WriteAllText(Path.Combine(folder, LambdaPackage.FileName), content);

        Should.Throw<InvalidOperationException>(() => LambdaPackage.Checked(folder, CpuArchitecture.Arm64))
            .Message.ShouldContain("is no 64-bit Linux executable");
    }

    [Fact]
    public void A_stack_does_not_come_about_without_its_executable()
    {
        Should.Throw<InvalidOperationException>(() => new JarpointStack(
            synthesized.Other(), "none", new JarpointSettings { Cluster = "spark", LambdaFolder = "/nowhere" }));
    }
}
