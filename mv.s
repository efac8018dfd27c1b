	.file	"<string>"
	.section	.rodata,"a",@progbits
	.p2align	6, 0x0
.LCPI0_0:
	.long	0
	.long	1
	.long	2
	.long	3
	.long	4
	.long	5
	.long	6
	.long	7
	.long	8
	.long	9
	.long	10
	.long	11
	.long	12
	.long	13
	.long	14
	.long	15
	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2, 0x0
.LCPI0_1:
	.long	0x7fffffff
.LCPI0_3:
	.long	0x3f800000
	.section	.rodata.cst8,"aM",@progbits,8
	.p2align	3, 0x0
.LCPI0_2:
	.quad	0x3ff0000000000000
	.section	.ltext,"axl",@progbits
	.globl	_ZN8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29
	.p2align	4
	.type	_ZN8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29,@function
_ZN8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$648, %rsp
	vmovss	%xmm0, 120(%rsp)
	vmovss	%xmm1, 124(%rsp)
	vmovss	%xmm2, 128(%rsp)
	vmovss	%xmm3, 132(%rsp)
	vmovss	%xmm4, 136(%rsp)
	movq	%rcx, 144(%rsp)
	vmovss	%xmm5, 152(%rsp)
	vmovups	1160(%rsp), %xmm0
	vmovups	1096(%rsp), %zmm1
	vmovdqu64	1032(%rsp), %zmm2
	vmovups	968(%rsp), %zmm3
	vmovdqu64	904(%rsp), %zmm4
	vmovaps	880(%rsp), %xmm5
	vmovups	848(%rsp), %ymm6
	vmovupd	824(%rsp), %xmm7
	vmovdqu	792(%rsp), %ymm8
	vmovdqu	752(%rsp), %ymm9
	movq	%r9, %rbp
	movq	%r8, 160(%rsp)
	movq	%rdi, 48(%rsp)
	movq	1472(%rsp), %rbx
	movq	896(%rsp), %rax
	movq	840(%rsp), %rdi
	movq	784(%rsp), %r9
	movq	744(%rsp), %r11
	movq	736(%rsp), %r10
	movq	728(%rsp), %r15
	movq	720(%rsp), %r14
	movq	712(%rsp), %rcx
	movq	704(%rsp), %r8
	movq	%rbp, 168(%rsp)
	movb	$0, 15(%rsp)
	movq	$0, 32(%rsp)
	movq	%r8, 176(%rsp)
	movq	%rcx, 184(%rsp)
	movq	%r14, 192(%rsp)
	movq	%r15, 200(%rsp)
	movq	%r10, 208(%rsp)
	movq	%r11, 216(%rsp)
	vmovdqu	%ymm9, 224(%rsp)
	movq	%r9, 256(%rsp)
	vmovdqu	%ymm8, 264(%rsp)
	vmovupd	%xmm7, 296(%rsp)
	movq	%rdi, 312(%rsp)
	vmovups	%ymm6, 320(%rsp)
	vmovups	%xmm5, 352(%rsp)
	movq	%rax, 368(%rsp)
	vmovdqu64	%zmm4, 376(%rsp)
	vmovups	%zmm3, 440(%rsp)
	vmovdqu64	%zmm2, 504(%rsp)
	vmovups	%zmm1, 568(%rsp)
	vmovups	%xmm0, 632(%rsp)
	vxorpd	%xmm7, %xmm7, %xmm7
	testq	%rbx, %rbx
	jle	.LBB0_42
	cmpq	$6, %rdx
	ja	.LBB0_42
	movq	1352(%rsp), %r10
	movq	1344(%rsp), %r8
	movq	1312(%rsp), %r12
	movq	1304(%rsp), %r13
	movq	1288(%rsp), %r11
	movq	1280(%rsp), %r14
	movabsq	$.LJTI0_0, %rcx
	jmpq	*(%rcx,%rdx,8)
.LBB0_3:
	movabsq	$.LCPI0_3, %rax
	incq	%rbx
	leaq	120(%rsp), %r12
	movq	%rsi, 16(%rsp)
	vmovss	(%rax), %xmm0
	vmovss	%xmm0, 24(%rsp)
	.p2align	4
.LBB0_4:
	subq	$8, %rsp
	vmovss	32(%rsp), %xmm0
	movq	712(%rsp), %r8
	movq	720(%rsp), %r9
	leaq	88(%rsp), %rdi
	leaq	80(%rsp), %rsi
	movq	%r12, %rdx
	movq	%rbp, %rcx
	pushq	1304(%rsp)
	movq	%r11, %r13
	pushq	%r11
	pushq	%r14
	pushq	1304(%rsp)
	pushq	1304(%rsp)
	pushq	1304(%rsp)
	pushq	1304(%rsp)
	pushq	808(%rsp)
	pushq	808(%rsp)
	pushq	%r15
	pushq	808(%rsp)
	movabsq	$_ZN7kernels3mvm5driveB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE120held_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_295ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEf, %rax
	vzeroupper
	callq	*%rax
	addq	$96, %rsp
	testl	%eax, %eax
	jne	.LBB0_27
	decq	%rbx
	movq	%r13, %r11
	cmpq	$1, %rbx
	jg	.LBB0_4
	jmp	.LBB0_16
.LBB0_7:
	incq	%rbx
	movabsq	$_ZN7kernels3mvm7convertB3v12B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29x26Stream_28uint64_20x_204_29y, %r14
	leaq	32(%rsp), %rbp
	movabsq	$.LCPI0_2, %r15
	movq	%rsi, 16(%rsp)
	.p2align	4
.LBB0_8:
	movq	1320(%rsp), %r8
	movq	1328(%rsp), %r9
	vmovsd	%xmm7, 24(%rsp)
	movb	$0, 15(%rsp)
	leaq	15(%rsp), %rdi
	movq	%rbp, %rsi
	movq	%r13, %rdx
	movq	%r12, %rcx
	pushq	$1
	pushq	1512(%rsp)
	pushq	1512(%rsp)
	pushq	1512(%rsp)
	pushq	1512(%rsp)
	pushq	$0
	leaq	168(%rsp), %rax
	pushq	%rax
	pushq	%r10
	pushq	1408(%rsp)
	pushq	1408(%rsp)
	vzeroupper
	callq	*%r14
	addq	$80, %rsp
	testl	%eax, %eax
	jne	.LBB0_44
	cmpb	$0, 15(%rsp)
	vmovsd	24(%rsp), %xmm7
	movq	1352(%rsp), %r10
	setne	%al
	decq	%rbx
	kmovd	%eax, %k1
	vmovsd	(%r15), %xmm0 {%k1} {z}
	vaddsd	%xmm0, %xmm7, %xmm7
	cmpq	$1, %rbx
	jg	.LBB0_8
	jmp	.LBB0_42
.LBB0_10:
	leaq	63(%r8), %r15
	shrq	$6, %r15
	testq	%r8, %r8
	setle	%al
	testq	%r15, %r15
	sete	%cl
	orb	%al, %cl
	jne	.LBB0_42
	movabsq	$.LCPI0_3, %rax
	movq	1328(%rsp), %r9
	movq	1320(%rsp), %r8
	movq	1240(%rsp), %r11
	addq	$2, %r15
	leaq	104(%rsp), %rbp
	movq	%rsi, 16(%rsp)
	vmovss	(%rax), %xmm0
	movq	1336(%rsp), %rax
	movq	%r15, 40(%rsp)
	vmovss	%xmm0, 24(%rsp)
.LBB0_12:
	xorl	%r14d, %r14d
	.p2align	4
.LBB0_13:
	vmovss	24(%rsp), %xmm0
	leaq	112(%rsp), %rdi
	movq	%rbp, %rsi
	movq	%r13, %rdx
	movq	%r12, %rcx
	pushq	%r11
	pushq	1240(%rsp)
	pushq	1240(%rsp)
	pushq	1240(%rsp)
	pushq	1240(%rsp)
	pushq	1240(%rsp)
	pushq	1240(%rsp)
	pushq	1240(%rsp)
	pushq	1240(%rsp)
	leaq	296(%rsp), %r11
	pushq	%r11
	pushq	%r14
	pushq	%r10
	pushq	1440(%rsp)
	pushq	%rax
	movabsq	$_ZN7kernels3mvm8_columnsB2v8B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedEx129held_28Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_295ArrayIfLi2E1C7mutable7alignedEf, %rax
	vzeroupper
	callq	*%rax
	addq	$112, %rsp
	testl	%eax, %eax
	jne	.LBB0_27
	movq	1352(%rsp), %r10
	movq	1336(%rsp), %rax
	movq	1328(%rsp), %r9
	movq	1320(%rsp), %r8
	movq	1240(%rsp), %r11
	addq	$64, %r14
	decq	%r15
	cmpq	$2, %r15
	jg	.LBB0_13
	movq	40(%rsp), %r15
	decq	%rbx
	jg	.LBB0_12
	jmp	.LBB0_16
.LBB0_17:
	movabsq	$.LCPI0_3, %rax
	movq	1368(%rsp), %r14
	movq	1360(%rsp), %r12
	incq	%rbx
	movabsq	$_ZN7kernels3mvm11charge_backB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedEf, %r15
	leaq	64(%rsp), %r13
	leaq	56(%rsp), %rbp
	movq	%rsi, 16(%rsp)
	vmovss	(%rax), %xmm0
	vmovss	%xmm0, 24(%rsp)
	.p2align	4
.LBB0_18:
	subq	$8, %rsp
	vmovss	32(%rsp), %xmm0
	movq	1424(%rsp), %rdx
	movq	1432(%rsp), %rcx
	movq	1440(%rsp), %r8
	movq	1448(%rsp), %r9
	movq	%r13, %rdi
	movq	%rbp, %rsi
	pushq	1248(%rsp)
	pushq	1248(%rsp)
	pushq	1248(%rsp)
	pushq	1248(%rsp)
	pushq	1248(%rsp)
	pushq	1248(%rsp)
	pushq	1248(%rsp)
	pushq	1248(%rsp)
	pushq	1248(%rsp)
	pushq	1488(%rsp)
	pushq	1488(%rsp)
	pushq	1488(%rsp)
	pushq	1488(%rsp)
	pushq	1488(%rsp)
	pushq	%r14
	pushq	%r12
	pushq	1600(%rsp)
	pushq	1600(%rsp)
	pushq	1600(%rsp)
	vzeroupper
	callq	*%r15
	addq	$160, %rsp
	testl	%eax, %eax
	jne	.LBB0_27
	decq	%rbx
	cmpq	$1, %rbx
	jg	.LBB0_18
	jmp	.LBB0_16
.LBB0_21:
	movq	736(%rsp), %r8
	leaq	15(%r8), %rcx
	shrq	$4, %rcx
	testq	%r8, %r8
	setle	%dl
	testq	%rcx, %rcx
	sete	%sil
	orb	%dl, %sil
	je	.LBB0_38
	movq	$0, (%rax)
	jmp	.LBB0_42
.LBB0_23:
	incq	%rbx
	movabsq	$_ZN7kernels11activations8_sigmoid12_3clocals_3e6singleB3v29B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE, %r15
	leaq	88(%rsp), %rbp
	movq	%r8, %r14
	movq	%rsi, 16(%rsp)
	.p2align	4
.LBB0_24:
	movq	1320(%rsp), %r8
	movq	1328(%rsp), %r9
	leaq	96(%rsp), %rdi
	movq	%rbp, %rsi
	movq	%r13, %rdx
	movq	%r12, %rcx
	pushq	%r10
	pushq	%r14
	movq	1352(%rsp), %r11
	pushq	%r11
	pushq	%r9
	pushq	%r8
	pushq	%r12
	pushq	%r13
	pushq	%r10
	pushq	%r14
	pushq	%r11
	vzeroupper
	callq	*%r15
	addq	$80, %rsp
	testl	%eax, %eax
	jne	.LBB0_27
	movq	1352(%rsp), %r10
	decq	%rbx
	cmpq	$1, %rbx
	jg	.LBB0_24
.LBB0_16:
	vxorpd	%xmm7, %xmm7, %xmm7
	jmp	.LBB0_42
.LBB0_27:
	movq	16(%rsp), %rcx
	movq	$0, (%rcx)
	jmp	.LBB0_43
.LBB0_28:
	vxorps	%xmm0, %xmm0, %xmm0
	vmulss	(%r14), %xmm0, %xmm0
	movabsq	$.LCPI0_0, %r8
	movabsq	$.LCPI0_1, %r9
	leaq	15(%r11), %rax
	vpbroadcastd	%r11d, %zmm1
	vmovdqa64	(%r8), %zmm2
	vbroadcastss	(%r9), %zmm3
	vmovdqa64	(%r8), %zmm4
	movq	%rax, %rcx
	shrq	$4, %rcx
	testq	%r11, %r11
	movq	%rax, %rdi
	setle	%sil
	testq	%rcx, %rcx
	sete	%dl
	addq	$-113, %r11
	shrq	$7, %rdi
	andl	$7, %ecx
	andq	$-128, %r11
	orb	%sil, %dl
	leaq	448(%r14), %rsi
	shlq	$3, %rdi
	subq	$-128, %r11
	vbroadcastss	%xmm0, %zmm0
	jmp	.LBB0_30
	.p2align	4
.LBB0_29:
	vextractf64x4	$1, %zmm5, %ymm6
	decq	%rbx
	vmaxps	%ymm6, %ymm5, %ymm5
	vextractf128	$1, %ymm5, %xmm6
	vmaxps	%xmm6, %xmm5, %xmm5
	vshufpd	$1, %xmm5, %xmm5, %xmm6
	vmaxps	%xmm6, %xmm5, %xmm5
	vmovshdup	%xmm5, %xmm6
	vmaxss	%xmm6, %xmm5, %xmm5
	vcvtss2sd	%xmm5, %xmm5, %xmm5
	vaddsd	%xmm5, %xmm7, %xmm7
	jle	.LBB0_42
.LBB0_30:
	vmovaps	%zmm0, %zmm5
	testb	%dl, %dl
	jne	.LBB0_29
	cmpq	$128, %rax
	jae	.LBB0_33
	vmovaps	%zmm0, %zmm5
	xorl	%r8d, %r8d
	jmp	.LBB0_36
	.p2align	4
.LBB0_33:
	movq	%rdi, %r8
	vmovaps	%zmm0, %zmm5
	xorl	%r9d, %r9d
	.p2align	4
.LBB0_34:
	vpbroadcastd	%r9d, %zmm6
	leal	16(%r9), %r10d
	vpord	%zmm4, %zmm6, %zmm6
	vpbroadcastd	%r10d, %zmm8
	leal	32(%r9), %r10d
	vpcmpgtd	%zmm6, %zmm1, %k1
	vpbroadcastd	%r10d, %zmm9
	leal	48(%r9), %r10d
	vmovups	-448(%rsi,%r9,4), %zmm6 {%k1} {z}
	vandps	%zmm3, %zmm6, %zmm6
	vmaxps	%zmm6, %zmm5, %zmm5
	vpord	%zmm4, %zmm8, %zmm6
	vpbroadcastd	%r10d, %zmm8
	leal	64(%r9), %r10d
	vpcmpgtd	%zmm6, %zmm1, %k1
	vmovups	-384(%rsi,%r9,4), %zmm6 {%k1} {z}
	vandps	%zmm3, %zmm6, %zmm6
	vmaxps	%zmm6, %zmm5, %zmm5
	vpord	%zmm4, %zmm9, %zmm6
	vpbroadcastd	%r10d, %zmm9
	leal	80(%r9), %r10d
	vpcmpgtd	%zmm6, %zmm1, %k1
	vmovups	-320(%rsi,%r9,4), %zmm6 {%k1} {z}
	vandps	%zmm3, %zmm6, %zmm6
	vmaxps	%zmm6, %zmm5, %zmm5
	vpord	%zmm4, %zmm8, %zmm6
	vpbroadcastd	%r10d, %zmm8
	leal	96(%r9), %r10d
	vpcmpgtd	%zmm6, %zmm1, %k1
	vmovups	-256(%rsi,%r9,4), %zmm6 {%k1} {z}
	vandps	%zmm3, %zmm6, %zmm6
	vmaxps	%zmm6, %zmm5, %zmm5
	vpord	%zmm4, %zmm9, %zmm6
	vpbroadcastd	%r10d, %zmm9
	leal	112(%r9), %r10d
	vpcmpgtd	%zmm6, %zmm1, %k1
	vmovups	-192(%rsi,%r9,4), %zmm6 {%k1} {z}
	vandps	%zmm3, %zmm6, %zmm6
	vmaxps	%zmm6, %zmm5, %zmm5
	vpord	%zmm4, %zmm8, %zmm6
	vpbroadcastd	%r10d, %zmm8
	vpcmpgtd	%zmm6, %zmm1, %k1
	vmovups	-128(%rsi,%r9,4), %zmm6 {%k1} {z}
	vandps	%zmm3, %zmm6, %zmm6
	vmaxps	%zmm6, %zmm5, %zmm5
	vpord	%zmm4, %zmm9, %zmm6
	vpcmpgtd	%zmm6, %zmm1, %k1
	vmovups	-64(%rsi,%r9,4), %zmm6 {%k1} {z}
	vandps	%zmm3, %zmm6, %zmm6
	vmaxps	%zmm6, %zmm5, %zmm5
	vpord	%zmm4, %zmm8, %zmm6
	vpcmpgtd	%zmm6, %zmm1, %k1
	vmovups	(%rsi,%r9,4), %zmm6 {%k1} {z}
	subq	$-128, %r9
	addq	$-8, %r8
	vandps	%zmm3, %zmm6, %zmm6
	vmaxps	%zmm6, %zmm5, %zmm5
	jne	.LBB0_34
	movq	%r11, %r8
	testq	%rcx, %rcx
	je	.LBB0_29
.LBB0_36:
	movq	%rcx, %r9
	.p2align	4
.LBB0_37:
	vpbroadcastd	%r8d, %zmm6
	decq	%r9
	vpord	%zmm2, %zmm6, %zmm6
	vpcmpgtd	%zmm6, %zmm1, %k1
	vmovups	(%r14,%r8,4), %zmm6 {%k1} {z}
	leaq	16(%r8), %r8
	vandps	%zmm3, %zmm6, %zmm6
	vmaxps	%zmm6, %zmm5, %zmm5
	jne	.LBB0_37
	jmp	.LBB0_29
.LBB0_38:
	movabsq	$.LCPI0_0, %rdx
	vpbroadcastd	%r8d, %zmm0
	addq	$2, %rcx
	vxorps	%xmm1, %xmm1, %xmm1
	vmovdqa64	(%rdx), %zmm2
	.p2align	4
.LBB0_39:
	vmulss	(%r15), %xmm1, %xmm3
	movq	%rcx, %rdx
	xorl	%r8d, %r8d
	xorl	%esi, %esi
	vbroadcastss	%xmm3, %zmm3
	.p2align	4
.LBB0_40:
	vpbroadcastd	%esi, %zmm4
	movq	%r8, %r10
	decq	%rdx
	vpord	%zmm2, %zmm4, %zmm4
	vpcmpgtd	%zmm4, %zmm0, %k1
	vmovups	(%r15,%rsi,4), %zmm5 {%k1} {z}
	addq	$16, %rsi
	vcmpneqps	%zmm3, %zmm5, %k1
	vpcompressd	%zmm4, %zmm4 {%k1} {z}
	vcompressps	%zmm5, %zmm5 {%k1} {z}
	vmovdqu64	%zmm4, (%r9,%r8,4)
	kmovw	%k1, %r8d
	vmovdqu64	%zmm5, (%rdi,%r10,4)
	popcntl	%r8d, %r8d
	addq	%r10, %r8
	cmpq	$2, %rdx
	ja	.LBB0_40
	decq	%rbx
	movq	%r8, (%rax)
	jg	.LBB0_39
.LBB0_42:
	movq	48(%rsp), %rax
	vmovsd	%xmm7, (%rax)
	xorl	%eax, %eax
.LBB0_43:
	addq	$648, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.LBB0_44:
	movq	32(%rsp), %rdx
	movq	16(%rsp), %rcx
	movq	%rdx, (%rcx)
	jmp	.LBB0_43
.Lfunc_end0:
	.size	_ZN8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29, .Lfunc_end0-_ZN8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29
	.section	.rodata,"a",@progbits
	.p2align	3, 0x0
.LJTI0_0:
	.quad	.LBB0_3
	.quad	.LBB0_21
	.quad	.LBB0_10
	.quad	.LBB0_17
	.quad	.LBB0_7
	.quad	.LBB0_23
	.quad	.LBB0_28

	.section	.ltext,"axl",@progbits
	.globl	_ZN7cpython8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29
	.p2align	4
	.type	_ZN7cpython8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29,@function
_ZN7cpython8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$1784, %rsp
	.cfi_def_cfa_offset 1840
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%rsi, %rdi
	subq	$8, %rsp
	.cfi_adjust_cfa_offset 8
	leaq	848(%rsp), %r10
	leaq	856(%rsp), %r11
	leaq	864(%rsp), %rbx
	leaq	872(%rsp), %r14
	leaq	880(%rsp), %r15
	leaq	888(%rsp), %r12
	leaq	896(%rsp), %r13
	movabsq	$.const.run, %rsi
	movabsq	$PyArg_UnpackTuple, %rbp
	leaq	912(%rsp), %r8
	leaq	904(%rsp), %r9
	movl	$9, %edx
	movl	$9, %ecx
	xorl	%eax, %eax
	pushq	%r10
	.cfi_adjust_cfa_offset 8
	pushq	%r11
	.cfi_adjust_cfa_offset 8
	pushq	%rbx
	.cfi_adjust_cfa_offset 8
	pushq	%r14
	.cfi_adjust_cfa_offset 8
	pushq	%r15
	.cfi_adjust_cfa_offset 8
	pushq	%r12
	.cfi_adjust_cfa_offset 8
	pushq	%r13
	.cfi_adjust_cfa_offset 8
	callq	*%rbp
	addq	$64, %rsp
	.cfi_adjust_cfa_offset -64
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vmovups	%ymm0, 1488(%rsp)
	vmovups	%ymm0, 1424(%rsp)
	vmovups	%ymm0, 1360(%rsp)
	vmovups	%ymm0, 1296(%rsp)
	vmovups	%ymm0, 1232(%rsp)
	vmovups	%ymm0, 1192(%rsp)
	vmovups	%ymm0, 1128(%rsp)
	vmovups	%ymm0, 1040(%rsp)
	vmovups	%ymm0, 976(%rsp)
	vmovups	%ymm0, 912(%rsp)
	vmovups	%ymm0, 1512(%rsp)
	vmovups	%ymm0, 1448(%rsp)
	vmovups	%ymm0, 1384(%rsp)
	vmovups	%ymm0, 1320(%rsp)
	vmovups	%zmm1, 1712(%rsp)
	movq	$0, 1776(%rsp)
	vmovups	%ymm0, 1256(%rsp)
	vmovups	%zmm1, 1632(%rsp)
	movq	$0, 1696(%rsp)
	vmovups	%ymm0, 1168(%rsp)
	vmovups	%zmm1, 1552(%rsp)
	movq	$0, 1616(%rsp)
	vmovups	%ymm0, 1104(%rsp)
	vmovups	%ymm0, 1064(%rsp)
	vmovups	%ymm0, 1000(%rsp)
	vmovups	%ymm0, 936(%rsp)
	movq	$0, 72(%rsp)
	movq	$0, 104(%rsp)
	testl	%eax, %eax
	je	.LBB1_1
	movabsq	$_ZN08NumbaEnv8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29, %rax
	cmpq	$0, (%rax)
	je	.LBB1_4
	movq	904(%rsp), %rdi
	movabsq	$PyNumber_Long, %rax
	vzeroupper
	callq	*%rax
	movq	%rax, %rbx
	movabsq	$Py_DecRef, %r15
	movabsq	$PyLong_AsLongLong, %rax
	testq	%rbx, %rbx
	je	.LBB1_7
	movq	%rbx, %rdi
	callq	*%rax
	movq	%rbx, %rdi
	movq	%rax, %r14
	callq	*%r15
	movabsq	$PyErr_Occurred, %rax
	callq	*%rax
	testq	%rax, %rax
	jne	.LBB1_1
.LBB1_10:
	movq	896(%rsp), %r15
	movabsq	$PyTuple_Size, %rbx
	movq	%r15, %rdi
	callq	*%rbx
	cmpq	$7, %rax
	jne	.LBB1_11
.LBB1_12:
	movq	%r14, 832(%rsp)
	movabsq	$PyTuple_GetItem, %r14
	movq	%rax, 64(%rsp)
	movq	%r15, 16(%rsp)
	movq	%r15, %rdi
	xorl	%esi, %esi
	callq	*%r14
	movq	%rax, %rdi
	movq	%rax, %r15
	callq	*%rbx
	cmpq	$8, %rax
	setne	8(%rsp)
	jne	.LBB1_13
.LBB1_14:
	movq	%r15, %rdi
	xorl	%esi, %esi
	callq	*%r14
	movabsq	$PyNumber_Float, %rbp
	movq	%rax, %rdi
	callq	*%rbp
	movabsq	$PyFloat_AsDouble, %r14
	movq	%rax, %rdi
	movq	%rax, %rbx
	callq	*%r14
	movabsq	$Py_DecRef, %r12
	movq	%rbx, %rdi
	vmovsd	%xmm0, 56(%rsp)
	callq	*%r12
	movabsq	$PyErr_Occurred, %r13
	callq	*%r13
	testq	%rax, %rax
	jne	.LBB1_15
.LBB1_16:
	movl	$1, %esi
	movabsq	$PyTuple_GetItem, %rax
	movq	%r15, %rdi
	callq	*%rax
	movq	%rax, %rdi
	callq	*%rbp
	movq	%rax, %rdi
	movq	%rax, %rbx
	callq	*%r14
	movq	%rbx, %rdi
	vmovsd	%xmm0, 48(%rsp)
	callq	*%r12
	callq	*%r13
	testq	%rax, %rax
	jne	.LBB1_17
.LBB1_18:
	movl	$2, %esi
	movabsq	$PyTuple_GetItem, %rax
	movq	%r15, %rdi
	callq	*%rax
	movq	%rax, %rdi
	callq	*%rbp
	movq	%rax, %rdi
	movq	%rax, %rbx
	callq	*%r14
	movq	%rbx, %rdi
	vmovsd	%xmm0, 40(%rsp)
	callq	*%r12
	callq	*%r13
	testq	%rax, %rax
	jne	.LBB1_19
.LBB1_20:
	movl	$3, %esi
	movabsq	$PyTuple_GetItem, %rax
	movq	%r15, %rdi
	callq	*%rax
	movq	%rax, %rdi
	callq	*%rbp
	movq	%rax, %rdi
	movq	%rax, %rbx
	callq	*%r14
	movq	%rbx, %rdi
	vmovsd	%xmm0, 32(%rsp)
	callq	*%r12
	callq	*%r13
	testq	%rax, %rax
	jne	.LBB1_21
.LBB1_22:
	movl	$4, %esi
	movabsq	$PyTuple_GetItem, %rax
	movq	%r15, %rdi
	callq	*%rax
	movq	%rax, %rdi
	callq	*%rbp
	movq	%rax, %rdi
	movq	%rax, %rbx
	callq	*%r14
	movq	%rbx, %rdi
	vmovsd	%xmm0, 24(%rsp)
	callq	*%r12
	callq	*%r13
	movq	%r14, %rbp
	testq	%rax, %rax
	jne	.LBB1_23
.LBB1_24:
	movl	$5, %esi
	movabsq	$PyTuple_GetItem, %rax
	movq	%r15, %rdi
	callq	*%rax
	movabsq	$PyNumber_Long, %rbx
	movq	%rax, %rdi
	callq	*%rbx
	movabsq	$PyLong_AsLongLong, %r12
	testq	%rax, %rax
	je	.LBB1_25
	movq	%rax, %rdi
	movq	%rax, %rbx
	callq	*%r12
	movq	%rax, 96(%rsp)
	movabsq	$Py_DecRef, %rax
	movq	%rbx, %rdi
	callq	*%rax
	movabsq	$PyNumber_Float, %rbx
	callq	*%r13
	testq	%rax, %rax
	jne	.LBB1_28
.LBB1_29:
	movl	$6, %esi
	movabsq	$PyTuple_GetItem, %r14
	movq	%r15, %rdi
	callq	*%r14
	movq	%rax, %rdi
	callq	*%rbx
	movq	%rax, %rdi
	movq	%rax, %rbx
	callq	*%rbp
	movabsq	$Py_DecRef, %rax
	movq	%rbx, %rdi
	vmovsd	%xmm0, 736(%rsp)
	callq	*%rax
	callq	*%r13
	testq	%rax, %rax
	jne	.LBB1_30
.LBB1_31:
	movl	$7, %esi
	movq	%r15, %rdi
	callq	*%r14
	movabsq	$PyNumber_Long, %rbx
	movq	%rax, %rdi
	callq	*%rbx
	movq	16(%rsp), %rbp
	testq	%rax, %rax
	je	.LBB1_32
	movq	%rax, %rdi
	movq	%rax, %rbx
	callq	*%r12
	movq	%rax, 88(%rsp)
	movabsq	$Py_DecRef, %rax
	movq	%rbx, %rdi
	callq	*%rax
.LBB1_34:
	cmpq	$7, 64(%rsp)
	movabsq	$PyErr_Occurred, %rax
	setne	%r12b
	callq	*%rax
	testq	%rax, %rax
	movl	$1, %esi
	movq	%rbp, %rdi
	setne	%bl
	callq	*%r14
	movabsq	$numba_adapt_ndarray, %r15
	leaq	1488(%rsp), %rsi
	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	%ymm0, 1488(%rsp)
	movq	%rax, %rdi
	vmovups	%ymm0, 1512(%rsp)
	vzeroupper
	callq	*%r15
	movq	1512(%rsp), %r13
	testl	%eax, %eax
	jne	.LBB1_37
	cmpq	$4, %r13
	jne	.LBB1_37
	orb	%bl, %r12b
	orb	8(%rsp), %r12b
.LBB1_38:
	movq	1496(%rsp), %rcx
	movq	1504(%rsp), %rdx
	movq	1488(%rsp), %rax
	movl	$2, %esi
	movq	%rbp, %rdi
	movq	%rcx, 64(%rsp)
	movq	1520(%rsp), %rcx
	movq	%rdx, 824(%rsp)
	movq	1528(%rsp), %rdx
	movq	%rax, 664(%rsp)
	movq	%rcx, 816(%rsp)
	movq	1536(%rsp), %rcx
	movq	%rdx, 808(%rsp)
	movq	%rcx, 800(%rsp)
	callq	*%r14
	movq	%rax, %rbx
	movq	%rax, %rdi
	movabsq	$PyTuple_Size, %rax
	callq	*%rax
	cmpq	$3, %rax
	setne	%bpl
	jne	.LBB1_39
.LBB1_40:
	movq	%rbx, %rdi
	xorl	%esi, %esi
	callq	*%r14
	leaq	1424(%rsp), %rsi
	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	%ymm0, 1424(%rsp)
	movq	%rax, %rdi
	vmovups	%ymm0, 1448(%rsp)
	vzeroupper
	callq	*%r15
	movq	1448(%rsp), %rcx
	movq	%rcx, 792(%rsp)
	testl	%eax, %eax
	jne	.LBB1_42
	cmpq	$4, %rcx
	jne	.LBB1_42
.LBB1_43:
	movq	1432(%rsp), %rcx
	movq	1440(%rsp), %rdx
	movq	1424(%rsp), %rax
	movl	$1, %esi
	movq	%rbx, %rdi
	movq	%rcx, 776(%rsp)
	movq	1456(%rsp), %rcx
	movq	%rdx, 768(%rsp)
	movq	1464(%rsp), %rdx
	movq	%rax, 784(%rsp)
	movq	%rcx, 760(%rsp)
	movq	1472(%rsp), %rcx
	movq	%rdx, 752(%rsp)
	movq	%rcx, 744(%rsp)
	callq	*%r14
	leaq	1360(%rsp), %rsi
	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	%ymm0, 1360(%rsp)
	movq	%rax, %rdi
	vmovups	%ymm0, 1384(%rsp)
	vzeroupper
	callq	*%r15
	movq	1384(%rsp), %rcx
	movq	%rcx, 728(%rsp)
	testl	%eax, %eax
	jne	.LBB1_45
	cmpq	$4, %rcx
	jne	.LBB1_45
.LBB1_46:
	movq	1368(%rsp), %rcx
	movq	1376(%rsp), %rdx
	movq	1360(%rsp), %rax
	movl	$2, %esi
	movq	%rbx, %rdi
	movq	%rcx, 712(%rsp)
	movq	1392(%rsp), %rcx
	movq	%rdx, 704(%rsp)
	movq	1400(%rsp), %rdx
	movq	%rax, 720(%rsp)
	movq	%rcx, 696(%rsp)
	movq	1408(%rsp), %rcx
	movq	%rdx, 688(%rsp)
	movq	%rcx, 680(%rsp)
	callq	*%r14
	leaq	1296(%rsp), %rsi
	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	%ymm0, 1296(%rsp)
	movq	%rax, %rdi
	vmovups	%ymm0, 1320(%rsp)
	vzeroupper
	callq	*%r15
	movq	1320(%rsp), %rcx
	cmpq	$8, %rcx
	movq	%rcx, 672(%rsp)
	sete	%cl
	testl	%eax, %eax
	sete	%bl
	andb	%cl, %bl
	je	.LBB1_47
	andb	%bl, %bpl
	cmpb	$1, %bpl
	je	.LBB1_49
.LBB1_50:
	movq	1312(%rsp), %rdx
	movq	1328(%rsp), %rcx
	movq	1304(%rsp), %rax
	movq	16(%rsp), %rdi
	movq	1296(%rsp), %rbp
	movl	$3, %esi
	movq	%rdx, 648(%rsp)
	movq	%rcx, 640(%rsp)
	movq	1336(%rsp), %rdx
	movq	1344(%rsp), %rcx
	movq	%rax, 656(%rsp)
	movq	%rdx, 632(%rsp)
	movq	%rcx, 624(%rsp)
	callq	*%r14
	leaq	1712(%rsp), %rsi
	vxorps	%xmm0, %xmm0, %xmm0
	movq	%rax, %rdi
	vmovups	%zmm0, 1712(%rsp)
	movq	$0, 1776(%rsp)
	vzeroupper
	callq	*%r15
	movq	1736(%rsp), %rcx
	cmpq	$4, %rcx
	movq	%rcx, 616(%rsp)
	setne	%cl
	testl	%eax, %eax
	setne	%bl
	orb	%cl, %bl
	cmpb	$1, %bl
	je	.LBB1_51
	testb	%bl, %bl
	jne	.LBB1_53
.LBB1_54:
	movq	1720(%rsp), %rcx
	movq	1728(%rsp), %rdx
	movq	1712(%rsp), %rax
	movq	16(%rsp), %rdi
	movl	$4, %esi
	movq	%rcx, 600(%rsp)
	movq	1744(%rsp), %rcx
	movq	%rdx, 592(%rsp)
	movq	1752(%rsp), %rdx
	movq	%rax, 608(%rsp)
	movq	%rcx, 584(%rsp)
	movq	1760(%rsp), %rcx
	movq	%rdx, 576(%rsp)
	movq	1768(%rsp), %rdx
	movq	%rcx, 568(%rsp)
	movq	1776(%rsp), %rcx
	movq	%rdx, 560(%rsp)
	movq	%rcx, 552(%rsp)
	callq	*%r14
	leaq	1232(%rsp), %rsi
	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	%ymm0, 1232(%rsp)
	movq	%rax, %rdi
	vmovups	%ymm0, 1256(%rsp)
	vzeroupper
	callq	*%r15
	movq	1256(%rsp), %rbx
	testl	%eax, %eax
	jne	.LBB1_56
	cmpq	$4, %rbx
	jne	.LBB1_56
.LBB1_57:
	movq	1240(%rsp), %rcx
	movq	1248(%rsp), %rdx
	movq	1232(%rsp), %rax
	movq	16(%rsp), %rdi
	movl	$5, %esi
	movq	%rbx, 8(%rsp)
	movq	%rcx, 536(%rsp)
	movq	1264(%rsp), %rcx
	movq	%rdx, 528(%rsp)
	movq	1272(%rsp), %rdx
	movq	%rax, 544(%rsp)
	movq	%rcx, 520(%rsp)
	movq	1280(%rsp), %rcx
	movq	%rdx, 512(%rsp)
	movq	%rcx, 504(%rsp)
	callq	*%r14
	leaq	1632(%rsp), %rsi
	vxorps	%xmm0, %xmm0, %xmm0
	movq	%rax, %rdi
	vmovups	%zmm0, 1632(%rsp)
	movq	$0, 1696(%rsp)
	vzeroupper
	callq	*%r15
	movq	1656(%rsp), %rcx
	cmpq	$4, %rcx
	movq	%rcx, 496(%rsp)
	setne	%cl
	testl	%eax, %eax
	setne	%bl
	orb	%cl, %bl
	cmpb	$1, %bl
	je	.LBB1_58
	testb	%bl, %bl
	jne	.LBB1_60
.LBB1_61:
	movq	1640(%rsp), %rcx
	movq	1648(%rsp), %rdx
	movq	1632(%rsp), %rax
	movq	16(%rsp), %rdi
	movl	$6, %esi
	movq	%rcx, 480(%rsp)
	movq	1664(%rsp), %rcx
	movq	%rdx, 472(%rsp)
	movq	1672(%rsp), %rdx
	movq	%rax, 488(%rsp)
	movq	%rcx, 464(%rsp)
	movq	1680(%rsp), %rcx
	movq	%rdx, 456(%rsp)
	movq	1688(%rsp), %rdx
	movq	%rcx, 448(%rsp)
	movq	1696(%rsp), %rcx
	movq	%rdx, 440(%rsp)
	movq	%rcx, 432(%rsp)
	callq	*%r14
	leaq	1168(%rsp), %rsi
	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	%ymm0, 1168(%rsp)
	movq	%rax, %rdi
	vmovups	%ymm0, 1192(%rsp)
	vzeroupper
	callq	*%r15
	cmpq	$8, 1192(%rsp)
	setne	%cl
	testl	%eax, %eax
	setne	%bl
	orb	%cl, %bl
	cmpb	$1, %bl
	je	.LBB1_62
	orb	%bl, %r12b
	jne	.LBB1_1
.LBB1_64:
	movq	1168(%rsp), %rax
	movq	1176(%rsp), %rdx
	movq	1184(%rsp), %rcx
	movq	888(%rsp), %rdi
	leaq	1552(%rsp), %rsi
	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	%zmm0, 1552(%rsp)
	movq	$0, 1616(%rsp)
	movq	%rax, 424(%rsp)
	movq	%rdx, 416(%rsp)
	movq	%rcx, 408(%rsp)
	movq	1200(%rsp), %rdx
	movq	1208(%rsp), %rcx
	movq	1216(%rsp), %rax
	movq	%rdx, 400(%rsp)
	movq	%rcx, 392(%rsp)
	movq	%rax, 384(%rsp)
	vzeroupper
	callq	*%r15
	cmpq	$4, 1576(%rsp)
	setne	%cl
	testl	%eax, %eax
	setne	%bl
	orb	%cl, %bl
	cmpb	$1, %bl
	je	.LBB1_65
	movabsq	$Py_DecRef, %r12
	testb	%bl, %bl
	jne	.LBB1_1
.LBB1_67:
	movq	1568(%rsp), %rcx
	movq	1560(%rsp), %rax
	movq	1584(%rsp), %rdx
	movq	880(%rsp), %rdi
	movq	1552(%rsp), %rbx
	leaq	1104(%rsp), %rsi
	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	%ymm0, 1104(%rsp)
	vmovups	%ymm0, 1128(%rsp)
	movq	%rcx, 368(%rsp)
	movq	1592(%rsp), %rcx
	movq	%rax, 376(%rsp)
	movq	%rdx, 360(%rsp)
	movq	1600(%rsp), %rdx
	movq	1616(%rsp), %rax
	movq	%rcx, 352(%rsp)
	movq	1608(%rsp), %rcx
	movq	%rdx, 344(%rsp)
	movq	%rax, 328(%rsp)
	movq	%rcx, 336(%rsp)
	vzeroupper
	callq	*%r15
	testl	%eax, %eax
	jne	.LBB1_69
	cmpq	$4, 1128(%rsp)
	jne	.LBB1_69
	movq	1104(%rsp), %rax
	movq	1112(%rsp), %rdx
	movq	1120(%rsp), %rcx
	movq	872(%rsp), %rdi
	leaq	1040(%rsp), %rsi
	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	%ymm0, 1040(%rsp)
	vmovups	%ymm0, 1064(%rsp)
	movq	%rax, 320(%rsp)
	movq	%rdx, 312(%rsp)
	movq	%rcx, 304(%rsp)
	movq	1136(%rsp), %rdx
	movq	1144(%rsp), %rcx
	movq	1152(%rsp), %rax
	movq	%rdx, 296(%rsp)
	movq	%rcx, 288(%rsp)
	movq	%rax, 280(%rsp)
	vzeroupper
	callq	*%r15
	testl	%eax, %eax
	jne	.LBB1_69
	cmpq	$4, 1064(%rsp)
	jne	.LBB1_69
	movq	1040(%rsp), %rax
	movq	1048(%rsp), %rdx
	movq	1056(%rsp), %rcx
	movq	864(%rsp), %rdi
	leaq	976(%rsp), %rsi
	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	%ymm0, 976(%rsp)
	vmovups	%ymm0, 1000(%rsp)
	movq	%rax, 272(%rsp)
	movq	%rdx, 264(%rsp)
	movq	%rcx, 256(%rsp)
	movq	1072(%rsp), %rdx
	movq	1080(%rsp), %rcx
	movq	1088(%rsp), %rax
	movq	%rdx, 248(%rsp)
	movq	%rcx, 240(%rsp)
	movq	%rax, 232(%rsp)
	vzeroupper
	callq	*%r15
	testl	%eax, %eax
	jne	.LBB1_69
	cmpq	$4, 1000(%rsp)
	jne	.LBB1_69
	movq	976(%rsp), %rax
	movq	984(%rsp), %rdx
	movq	992(%rsp), %rcx
	movq	856(%rsp), %rdi
	leaq	912(%rsp), %rsi
	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	%ymm0, 912(%rsp)
	vmovups	%ymm0, 936(%rsp)
	movq	%rax, 224(%rsp)
	movq	%rdx, 216(%rsp)
	movq	%rcx, 208(%rsp)
	movq	1008(%rsp), %rdx
	movq	1016(%rsp), %rcx
	movq	1024(%rsp), %rax
	movq	%rdx, 200(%rsp)
	movq	%rcx, 192(%rsp)
	movq	%rax, 184(%rsp)
	vzeroupper
	callq	*%r15
	testl	%eax, %eax
	jne	.LBB1_69
	cmpq	$4, 936(%rsp)
	jne	.LBB1_69
	movq	928(%rsp), %rdx
	movq	944(%rsp), %rcx
	movq	920(%rsp), %rax
	movq	848(%rsp), %rdi
	movq	912(%rsp), %r15
	movq	%rbx, 176(%rsp)
	movq	%rdx, 160(%rsp)
	movq	%rcx, 152(%rsp)
	movq	952(%rsp), %rdx
	movq	960(%rsp), %rcx
	movq	%rax, 168(%rsp)
	movabsq	$PyNumber_Long, %rax
	movq	%rdx, 144(%rsp)
	movq	%rcx, 136(%rsp)
	callq	*%rax
	testq	%rax, %rax
	je	.LBB1_77
	movq	%rax, %rbx
	movq	%rax, %rdi
	movabsq	$PyLong_AsLongLong, %rax
	callq	*%rax
	movq	%rbx, %rdi
	movq	%rax, 80(%rsp)
	callq	*%r12
	movabsq	$PyErr_Occurred, %rax
	callq	*%rax
	testq	%rax, %rax
	jne	.LBB1_1
.LBB1_80:
	movq	%rbp, 120(%rsp)
	movq	840(%rsp), %rbp
	movabsq	$PyTuple_Size, %rax
	movq	%r13, 128(%rsp)
	movq	%rbp, %rdi
	callq	*%rax
	cmpq	$4, %rax
	setne	%r13b
	jne	.LBB1_81
.LBB1_82:
	movq	$0, 16(%rsp)
	movq	%rbp, %rdi
	xorl	%esi, %esi
	callq	*%r14
	movabsq	$PyNumber_Long, %r14
	movq	%rax, %rdi
	callq	*%r14
	movabsq	$PyLong_AsUnsignedLongLong, %rbx
	testq	%rax, %rax
	je	.LBB1_84
	movq	%rax, %rdi
	movq	%rax, %r14
	callq	*%rbx
	movq	%r14, %rdi
	movq	%rax, 16(%rsp)
	callq	*%r12
.LBB1_84:
	movabsq	$PyErr_Occurred, %rax
	movq	%r15, 112(%rsp)
	callq	*%rax
	testq	%rax, %rax
	jne	.LBB1_85
.LBB1_86:
	movl	$1, %esi
	movabsq	$PyTuple_GetItem, %rax
	movq	%rbp, %rdi
	callq	*%rax
	movabsq	$PyNumber_Long, %r14
	movq	%rax, %rdi
	callq	*%r14
	testq	%rax, %rax
	je	.LBB1_87
	movq	%rax, %rdi
	movq	%rax, %r15
	callq	*%rbx
	movq	%r15, %rdi
	movq	%rax, %r14
	callq	*%r12
	movabsq	$PyErr_Occurred, %rax
	callq	*%rax
	testq	%rax, %rax
	jne	.LBB1_90
.LBB1_91:
	movl	$2, %esi
	movabsq	$PyTuple_GetItem, %rax
	movq	%rbp, %rdi
	callq	*%rax
	movabsq	$PyNumber_Long, %r15
	movq	%rax, %rdi
	callq	*%r15
	testq	%rax, %rax
	je	.LBB1_92
	movq	%rax, %rdi
	movq	%rax, %r12
	callq	*%rbx
	movq	%r12, %rdi
	movabsq	$Py_DecRef, %r12
	movq	%rax, %r15
	callq	*%r12
	movabsq	$PyErr_Occurred, %rax
	callq	*%rax
	testq	%rax, %rax
	jne	.LBB1_95
.LBB1_96:
	movl	$3, %esi
	movabsq	$PyTuple_GetItem, %rax
	movq	%rbp, %rdi
	callq	*%rax
	movabsq	$PyNumber_Long, %rbp
	movq	%rax, %rdi
	callq	*%rbp
	testq	%rax, %rax
	je	.LBB1_97
	movq	%rax, %rdi
	movq	%rax, %rbp
	callq	*%rbx
	movq	%r12, %rcx
	movq	%rbp, %rdi
	movq	%rax, %r12
	callq	*%rcx
.LBB1_99:
	movq	8(%rsp), %rbx
	movabsq	$PyErr_Occurred, %rax
	callq	*%rax
	testq	%rax, %rax
	setne	%al
	orb	%al, %r13b
	jne	.LBB1_1
	vmovsd	56(%rsp), %xmm0
	movabsq	$PyEval_SaveThread, %rax
	vcvtsd2ss	%xmm0, %xmm0, %xmm0
	vmovss	%xmm0, 56(%rsp)
	vmovsd	48(%rsp), %xmm0
	vcvtsd2ss	%xmm0, %xmm0, %xmm0
	vmovss	%xmm0, 48(%rsp)
	vmovsd	40(%rsp), %xmm0
	vcvtsd2ss	%xmm0, %xmm0, %xmm0
	vmovss	%xmm0, 40(%rsp)
	vmovsd	32(%rsp), %xmm0
	vcvtsd2ss	%xmm0, %xmm0, %xmm0
	vmovss	%xmm0, 32(%rsp)
	vmovsd	24(%rsp), %xmm0
	vcvtsd2ss	%xmm0, %xmm0, %xmm0
	vmovss	%xmm0, 24(%rsp)
	vmovsd	736(%rsp), %xmm0
	vcvtsd2ss	%xmm0, %xmm0, %xmm0
	vmovss	%xmm0, 8(%rsp)
	callq	*%rax
	movq	%rax, %rbp
	movq	$0, 72(%rsp)
	subq	$8, %rsp
	.cfi_adjust_cfa_offset 8
	vmovss	64(%rsp), %xmm0
	vmovss	56(%rsp), %xmm1
	vmovss	48(%rsp), %xmm2
	vmovss	40(%rsp), %xmm3
	vmovss	32(%rsp), %xmm4
	vmovss	16(%rsp), %xmm5
	movq	840(%rsp), %rdx
	movq	104(%rsp), %rcx
	movq	96(%rsp), %r8
	movq	672(%rsp), %r9
	movabsq	$_ZN8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29, %rax
	leaq	80(%rsp), %rdi
	leaq	112(%rsp), %rsi
	pushq	%r12
	.cfi_adjust_cfa_offset 8
	pushq	%r15
	.cfi_adjust_cfa_offset 8
	pushq	%r14
	.cfi_adjust_cfa_offset 8
	pushq	48(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	120(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	184(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	200(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	216(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	$4
	.cfi_adjust_cfa_offset 8
	pushq	240(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	256(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	208(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	288(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	304(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	320(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	$4
	.cfi_adjust_cfa_offset 8
	pushq	344(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	360(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	376(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	392(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	408(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	424(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	$4
	.cfi_adjust_cfa_offset 8
	pushq	448(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	464(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	480(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	496(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	512(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	528(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	$4
	.cfi_adjust_cfa_offset 8
	pushq	552(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	568(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	584(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	600(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	616(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	632(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	648(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	664(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	$4
	.cfi_adjust_cfa_offset 8
	pushq	688(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	704(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	512(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	728(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	744(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	760(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	$8
	.cfi_adjust_cfa_offset 8
	pushq	784(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	800(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	816(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	832(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	848(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	864(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	880(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	896(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	936(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	920(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	936(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	952(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	976(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	992(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1008(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	%rbx
	.cfi_adjust_cfa_offset 8
	pushq	1032(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1048(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1064(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1080(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1096(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1112(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1128(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1144(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1184(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1168(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1184(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1200(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1224(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1240(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1256(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1296(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1280(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1296(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	768(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1336(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1352(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1368(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1408(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1392(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1408(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1424(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1456(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1472(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1488(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1528(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1512(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1528(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1544(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1568(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1584(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1600(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	920(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	1624(%rsp)
	.cfi_adjust_cfa_offset 8
	pushq	872(%rsp)
	.cfi_adjust_cfa_offset 8
	callq	*%rax
	addq	$816, %rsp
	.cfi_adjust_cfa_offset -816
	vmovsd	72(%rsp), %xmm0
	movq	104(%rsp), %r14
	movl	%eax, %ebx
	movabsq	$PyEval_RestoreThread, %rax
	movq	%rbp, %rdi
	vmovsd	%xmm0, 16(%rsp)
	callq	*%rax
	testl	%ebx, %ebx
	jne	.LBB1_101
	vmovsd	16(%rsp), %xmm0
	movabsq	$PyFloat_FromDouble, %rax
	callq	*%rax
.LBB1_2:
	addq	$1784, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB1_69:
	.cfi_def_cfa_offset 1840
	movabsq	$PyExc_TypeError, %rdi
	movabsq	$".const.can't unbox array from PyObject into native value.  The object maybe of a different type", %rsi
	jmp	.LBB1_5
.LBB1_101:
	jle	.LBB1_105
	movabsq	$PyErr_Clear, %rax
	callq	*%rax
	movl	8(%r14), %esi
	movq	(%r14), %rdi
	cmpl	$0, 32(%r14)
	jle	.LBB1_108
	movslq	%esi, %rsi
	movabsq	$PyBytes_FromStringAndSize, %rax
	callq	*%rax
	movq	16(%r14), %rdi
	movq	%rax, %rbx
	callq	*24(%r14)
	testq	%rax, %rax
	je	.LBB1_104
	movabsq	$numba_runtime_build_excinfo_struct, %rcx
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	*%rcx
	jmp	.LBB1_109
.LBB1_4:
	movabsq	$PyExc_RuntimeError, %rdi
	movabsq	$".const.missing Environment: _ZN08NumbaEnv8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29", %rsi
.LBB1_5:
	movabsq	$PyErr_SetString, %rax
	vzeroupper
	callq	*%rax
.LBB1_1:
	xorl	%eax, %eax
	jmp	.LBB1_2
.LBB1_7:
	xorl	%r14d, %r14d
	movabsq	$PyErr_Occurred, %rax
	callq	*%rax
	testq	%rax, %rax
	je	.LBB1_10
	jmp	.LBB1_1
.LBB1_37:
	movabsq	$PyExc_TypeError, %rdi
	movabsq	$".const.can't unbox array from PyObject into native value.  The object maybe of a different type", %rsi
	movabsq	$PyErr_SetString, %rax
	callq	*%rax
	movb	$1, %r12b
	jmp	.LBB1_38
.LBB1_42:
	movabsq	$PyExc_TypeError, %rdi
	movabsq	$".const.can't unbox array from PyObject into native value.  The object maybe of a different type", %rsi
	movabsq	$PyErr_SetString, %rax
	callq	*%rax
	movb	$1, %bpl
	jmp	.LBB1_43
.LBB1_45:
	movabsq	$PyExc_TypeError, %rdi
	movabsq	$".const.can't unbox array from PyObject into native value.  The object maybe of a different type", %rsi
	movabsq	$PyErr_SetString, %rax
	callq	*%rax
	movb	$1, %bpl
	jmp	.LBB1_46
.LBB1_56:
	movabsq	$PyExc_TypeError, %rdi
	movabsq	$".const.can't unbox array from PyObject into native value.  The object maybe of a different type", %rsi
	movabsq	$PyErr_SetString, %rax
	callq	*%rax
	movb	$1, %r12b
	jmp	.LBB1_57
.LBB1_11:
	movabsq	$PyExc_ValueError, %rdi
	movabsq	$".const.size mismatch for tuple, expected 7 element(s) but got %zd", %rsi
	movabsq	$PyErr_Format, %rcx
	movq	%rax, %rdx
	movq	%rax, %r12
	xorl	%eax, %eax
	callq	*%rcx
	movq	%r12, %rax
	jmp	.LBB1_12
.LBB1_13:
	movabsq	$PyExc_ValueError, %rdi
	movabsq	$".const.size mismatch for tuple, expected 8 element(s) but got %zd", %rsi
	movabsq	$PyErr_Format, %rcx
	movq	%rax, %rdx
	xorl	%eax, %eax
	callq	*%rcx
	jmp	.LBB1_14
.LBB1_15:
	movb	$1, 8(%rsp)
	jmp	.LBB1_16
.LBB1_17:
	movb	$1, 8(%rsp)
	jmp	.LBB1_18
.LBB1_19:
	movb	$1, 8(%rsp)
	jmp	.LBB1_20
.LBB1_21:
	movb	$1, 8(%rsp)
	jmp	.LBB1_22
.LBB1_23:
	movb	$1, 8(%rsp)
	jmp	.LBB1_24
.LBB1_25:
	movq	$0, 96(%rsp)
	movabsq	$PyNumber_Float, %rbx
	callq	*%r13
	testq	%rax, %rax
	je	.LBB1_29
.LBB1_28:
	movb	$1, 8(%rsp)
	jmp	.LBB1_29
.LBB1_30:
	movb	$1, 8(%rsp)
	jmp	.LBB1_31
.LBB1_32:
	movq	$0, 88(%rsp)
	jmp	.LBB1_34
.LBB1_39:
	movabsq	$PyExc_ValueError, %rdi
	movabsq	$".const.size mismatch for tuple, expected 3 element(s) but got %zd", %rsi
	movabsq	$PyErr_Format, %rcx
	movq	%rax, %rdx
	xorl	%eax, %eax
	callq	*%rcx
	jmp	.LBB1_40
.LBB1_47:
	movabsq	$PyExc_TypeError, %rdi
	movabsq	$".const.can't unbox array from PyObject into native value.  The object maybe of a different type", %rsi
	movabsq	$PyErr_SetString, %rax
	callq	*%rax
	movb	$1, %r12b
	andb	%bl, %bpl
	cmpb	$1, %bpl
	jne	.LBB1_50
.LBB1_49:
	movb	$1, %r12b
	jmp	.LBB1_50
.LBB1_51:
	movabsq	$PyExc_TypeError, %rdi
	movabsq	$".const.can't unbox array from PyObject into native value.  The object maybe of a different type", %rsi
	movabsq	$PyErr_SetString, %rax
	callq	*%rax
	testb	%bl, %bl
	je	.LBB1_54
.LBB1_53:
	movb	$1, %r12b
	jmp	.LBB1_54
.LBB1_58:
	movabsq	$PyExc_TypeError, %rdi
	movabsq	$".const.can't unbox array from PyObject into native value.  The object maybe of a different type", %rsi
	movabsq	$PyErr_SetString, %rax
	callq	*%rax
	testb	%bl, %bl
	je	.LBB1_61
.LBB1_60:
	movb	$1, %r12b
	jmp	.LBB1_61
.LBB1_62:
	movabsq	$PyExc_TypeError, %rdi
	movabsq	$".const.can't unbox array from PyObject into native value.  The object maybe of a different type", %rsi
	movabsq	$PyErr_SetString, %rax
	callq	*%rax
	orb	%bl, %r12b
	je	.LBB1_64
	jmp	.LBB1_1
.LBB1_65:
	movabsq	$PyExc_TypeError, %rdi
	movabsq	$".const.can't unbox array from PyObject into native value.  The object maybe of a different type", %rsi
	movabsq	$PyErr_SetString, %rax
	callq	*%rax
	movabsq	$Py_DecRef, %r12
	testb	%bl, %bl
	je	.LBB1_67
	jmp	.LBB1_1
.LBB1_77:
	movq	$0, 80(%rsp)
	movabsq	$PyErr_Occurred, %rax
	callq	*%rax
	testq	%rax, %rax
	je	.LBB1_80
	jmp	.LBB1_1
.LBB1_81:
	movabsq	$PyExc_ValueError, %rdi
	movabsq	$".const.size mismatch for tuple, expected 4 element(s) but got %zd", %rsi
	movabsq	$PyErr_Format, %rcx
	movq	%rax, %rdx
	xorl	%eax, %eax
	callq	*%rcx
	jmp	.LBB1_82
.LBB1_85:
	movb	$1, %r13b
	jmp	.LBB1_86
.LBB1_87:
	xorl	%r14d, %r14d
	movabsq	$PyErr_Occurred, %rax
	callq	*%rax
	testq	%rax, %rax
	je	.LBB1_91
.LBB1_90:
	movb	$1, %r13b
	jmp	.LBB1_91
.LBB1_92:
	xorl	%r15d, %r15d
	movabsq	$Py_DecRef, %r12
	movabsq	$PyErr_Occurred, %rax
	callq	*%rax
	testq	%rax, %rax
	je	.LBB1_96
.LBB1_95:
	movb	$1, %r13b
	jmp	.LBB1_96
.LBB1_97:
	xorl	%r12d, %r12d
	jmp	.LBB1_99
.LBB1_105:
	cmpl	$-3, %ebx
	je	.LBB1_111
	cmpl	$-1, %ebx
	je	.LBB1_1
	movabsq	$PyExc_SystemError, %rdi
	movabsq	$".const.unknown error when calling native function", %rsi
	jmp	.LBB1_5
.LBB1_108:
	movq	16(%r14), %rdx
	movabsq	$numba_unpickle, %rax
	callq	*%rax
.LBB1_109:
	testq	%rax, %rax
	je	.LBB1_1
	movabsq	$numba_do_raise, %rcx
	movq	%rax, %rdi
	callq	*%rcx
	jmp	.LBB1_1
.LBB1_111:
	movabsq	$PyExc_StopIteration, %rdi
	movabsq	$PyErr_SetNone, %rax
	callq	*%rax
	jmp	.LBB1_1
.LBB1_104:
	movabsq	$PyExc_RuntimeError, %rdi
	movabsq	$".const.Error creating Python tuple from runtime exception arguments", %rsi
	jmp	.LBB1_5
.Lfunc_end1:
	.size	_ZN7cpython8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29, .Lfunc_end1-_ZN7cpython8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29
	.cfi_endproc

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2, 0x0
.LCPI2_0:
	.long	0x80000000
	.section	.ltext,"axl",@progbits
	.weak	_ZN7kernels3mvm5driveB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE120held_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_295ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEf
	.p2align	4
	.type	_ZN7kernels3mvm5driveB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE120held_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_295ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEf,@function
_ZN7kernels3mvm5driveB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE120held_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_295ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEf:
	vmovss	(%rdx), %xmm2
	vmovss	4(%rdx), %xmm1
	movq	80(%rsp), %rax
	movq	72(%rsp), %rcx
	movq	16(%rsp), %rsi
	vxorps	%xmm3, %xmm3, %xmm3
	vucomiss	%xmm3, %xmm2
	jbe	.LBB2_18
	testq	%rax, %rax
	jle	.LBB2_35
	movabsq	$.LCPI2_0, %rdx
	cmpq	$4, %rax
	movq	%rsi, %r8
	vxorps	(%rdx){1to4}, %xmm2, %xmm3
	setb	%dl
	subq	%rcx, %r8
	cmpq	$64, %r8
	setb	%r8b
	orb	%dl, %r8b
	je	.LBB2_4
	xorl	%edx, %edx
	jmp	.LBB2_13
.LBB2_18:
	testq	%rax, %rax
	jle	.LBB2_35
	movabsq	$.LCPI2_0, %rdx
	cmpq	$8, %rax
	movq	%rsi, %r8
	vxorps	(%rdx){1to4}, %xmm1, %xmm2
	setb	%dl
	subq	%rcx, %r8
	cmpq	$256, %r8
	setb	%r8b
	orb	%dl, %r8b
	je	.LBB2_21
	xorl	%edx, %edx
	jmp	.LBB2_30
.LBB2_4:
	movabsq	$9223372036854775744, %r8
	cmpq	$16, %rax
	jae	.LBB2_6
	xorl	%edx, %edx
	jmp	.LBB2_10
.LBB2_21:
	movabsq	$9223372036854775744, %r8
	cmpq	$64, %rax
	jae	.LBB2_23
	xorl	%edx, %edx
	jmp	.LBB2_27
.LBB2_6:
	leaq	48(%r8), %rdx
	vbroadcastss	%xmm3, %zmm4
	vbroadcastss	%xmm0, %zmm5
	vbroadcastss	%xmm1, %zmm6
	vbroadcastss	%xmm2, %zmm7
	xorl	%r9d, %r9d
	andq	%rax, %rdx
	.p2align	4
.LBB2_7:
	vmovups	(%rcx,%r9,4), %zmm8
	vdivps	%zmm5, %zmm8, %zmm8
	vdivps	%zmm6, %zmm8, %zmm8
	vmulps	%zmm8, %zmm7, %zmm8
	vrndscaleps	$4, %zmm8, %zmm8
	vmaxps	%zmm8, %zmm4, %zmm8
	vminps	%zmm8, %zmm7, %zmm8
	vmovups	%zmm8, (%rsi,%r9,4)
	addq	$16, %r9
	cmpq	%r9, %rdx
	jne	.LBB2_7
	cmpq	%rdx, %rax
	je	.LBB2_35
	testb	$12, %al
	je	.LBB2_13
.LBB2_10:
	addq	$60, %r8
	vbroadcastss	%xmm3, %xmm4
	vbroadcastss	%xmm0, %xmm5
	vbroadcastss	%xmm1, %xmm6
	vbroadcastss	%xmm2, %xmm7
	movq	%rdx, %r9
	movq	%r8, %rdx
	andq	%rax, %rdx
	.p2align	4
.LBB2_11:
	vmovups	(%rcx,%r9,4), %xmm8
	vdivps	%xmm5, %xmm8, %xmm8
	vdivps	%xmm6, %xmm8, %xmm8
	vmulps	%xmm7, %xmm8, %xmm8
	vroundps	$4, %xmm8, %xmm8
	vmaxps	%xmm8, %xmm4, %xmm8
	vminps	%xmm8, %xmm7, %xmm8
	vmovups	%xmm8, (%rsi,%r9,4)
	addq	$4, %r9
	cmpq	%r9, %rdx
	jne	.LBB2_11
	cmpq	%rdx, %rax
	je	.LBB2_35
.LBB2_13:
	movl	%eax, %r9d
	subl	%edx, %r9d
	movq	%rdx, %r8
	andl	$7, %r9d
	je	.LBB2_16
	movq	%rdx, %r8
	.p2align	4
.LBB2_15:
	vmovss	(%rcx,%r8,4), %xmm4
	decq	%r9
	vdivss	%xmm0, %xmm4, %xmm4
	vdivss	%xmm1, %xmm4, %xmm4
	vmulss	%xmm4, %xmm2, %xmm4
	vroundss	$4, %xmm4, %xmm4, %xmm4
	vmaxss	%xmm4, %xmm3, %xmm4
	vminss	%xmm4, %xmm2, %xmm4
	vmovss	%xmm4, (%rsi,%r8,4)
	leaq	1(%r8), %r8
	jne	.LBB2_15
.LBB2_16:
	subq	%rax, %rdx
	cmpq	$-8, %rdx
	ja	.LBB2_35
	.p2align	4
.LBB2_17:
	vmovss	(%rcx,%r8,4), %xmm4
	vdivss	%xmm0, %xmm4, %xmm4
	vdivss	%xmm1, %xmm4, %xmm4
	vmulss	%xmm4, %xmm2, %xmm4
	vroundss	$4, %xmm4, %xmm4, %xmm4
	vmaxss	%xmm4, %xmm3, %xmm4
	vminss	%xmm4, %xmm2, %xmm4
	vmovss	%xmm4, (%rsi,%r8,4)
	vmovss	4(%rcx,%r8,4), %xmm4
	vdivss	%xmm0, %xmm4, %xmm4
	vdivss	%xmm1, %xmm4, %xmm4
	vmulss	%xmm4, %xmm2, %xmm4
	vroundss	$4, %xmm4, %xmm4, %xmm4
	vmaxss	%xmm4, %xmm3, %xmm4
	vminss	%xmm4, %xmm2, %xmm4
	vmovss	%xmm4, 4(%rsi,%r8,4)
	vmovss	8(%rcx,%r8,4), %xmm4
	vdivss	%xmm0, %xmm4, %xmm4
	vdivss	%xmm1, %xmm4, %xmm4
	vmulss	%xmm4, %xmm2, %xmm4
	vroundss	$4, %xmm4, %xmm4, %xmm4
	vmaxss	%xmm4, %xmm3, %xmm4
	vminss	%xmm4, %xmm2, %xmm4
	vmovss	%xmm4, 8(%rsi,%r8,4)
	vmovss	12(%rcx,%r8,4), %xmm4
	vdivss	%xmm0, %xmm4, %xmm4
	vdivss	%xmm1, %xmm4, %xmm4
	vmulss	%xmm4, %xmm2, %xmm4
	vroundss	$4, %xmm4, %xmm4, %xmm4
	vmaxss	%xmm4, %xmm3, %xmm4
	vminss	%xmm4, %xmm2, %xmm4
	vmovss	%xmm4, 12(%rsi,%r8,4)
	vmovss	16(%rcx,%r8,4), %xmm4
	vdivss	%xmm0, %xmm4, %xmm4
	vdivss	%xmm1, %xmm4, %xmm4
	vmulss	%xmm4, %xmm2, %xmm4
	vroundss	$4, %xmm4, %xmm4, %xmm4
	vmaxss	%xmm4, %xmm3, %xmm4
	vminss	%xmm4, %xmm2, %xmm4
	vmovss	%xmm4, 16(%rsi,%r8,4)
	vmovss	20(%rcx,%r8,4), %xmm4
	vdivss	%xmm0, %xmm4, %xmm4
	vdivss	%xmm1, %xmm4, %xmm4
	vmulss	%xmm4, %xmm2, %xmm4
	vroundss	$4, %xmm4, %xmm4, %xmm4
	vmaxss	%xmm4, %xmm3, %xmm4
	vminss	%xmm4, %xmm2, %xmm4
	vmovss	%xmm4, 20(%rsi,%r8,4)
	vmovss	24(%rcx,%r8,4), %xmm4
	vdivss	%xmm0, %xmm4, %xmm4
	vdivss	%xmm1, %xmm4, %xmm4
	vmulss	%xmm4, %xmm2, %xmm4
	vroundss	$4, %xmm4, %xmm4, %xmm4
	vmaxss	%xmm4, %xmm3, %xmm4
	vminss	%xmm4, %xmm2, %xmm4
	vmovss	%xmm4, 24(%rsi,%r8,4)
	vmovss	28(%rcx,%r8,4), %xmm4
	vdivss	%xmm0, %xmm4, %xmm4
	vdivss	%xmm1, %xmm4, %xmm4
	vmulss	%xmm4, %xmm2, %xmm4
	vroundss	$4, %xmm4, %xmm4, %xmm4
	vmaxss	%xmm4, %xmm3, %xmm4
	vminss	%xmm4, %xmm2, %xmm4
	vmovss	%xmm4, 28(%rsi,%r8,4)
	addq	$8, %r8
	cmpq	%r8, %rax
	jne	.LBB2_17
	jmp	.LBB2_35
.LBB2_23:
	vbroadcastss	%xmm2, %zmm3
	vbroadcastss	%xmm0, %zmm4
	vbroadcastss	%xmm1, %zmm5
	movq	%rax, %rdx
	andq	%r8, %rdx
	xorl	%r9d, %r9d
	.p2align	4
.LBB2_24:
	vmovups	(%rcx,%r9,4), %zmm6
	vmovups	64(%rcx,%r9,4), %zmm7
	vmovups	128(%rcx,%r9,4), %zmm8
	vmovups	192(%rcx,%r9,4), %zmm9
	vdivps	%zmm4, %zmm6, %zmm6
	vdivps	%zmm4, %zmm7, %zmm7
	vdivps	%zmm4, %zmm8, %zmm8
	vdivps	%zmm4, %zmm9, %zmm9
	vmaxps	%zmm6, %zmm3, %zmm6
	vmaxps	%zmm7, %zmm3, %zmm7
	vmaxps	%zmm8, %zmm3, %zmm8
	vmaxps	%zmm9, %zmm3, %zmm9
	vminps	%zmm6, %zmm5, %zmm6
	vminps	%zmm7, %zmm5, %zmm7
	vminps	%zmm8, %zmm5, %zmm8
	vminps	%zmm9, %zmm5, %zmm9
	vmovups	%zmm6, (%rsi,%r9,4)
	vmovups	%zmm7, 64(%rsi,%r9,4)
	vmovups	%zmm8, 128(%rsi,%r9,4)
	vmovups	%zmm9, 192(%rsi,%r9,4)
	addq	$64, %r9
	cmpq	%r9, %rdx
	jne	.LBB2_24
	cmpq	%rdx, %rax
	je	.LBB2_35
	testb	$56, %al
	je	.LBB2_30
.LBB2_27:
	addq	$56, %r8
	vbroadcastss	%xmm2, %ymm3
	vbroadcastss	%xmm0, %ymm4
	vbroadcastss	%xmm1, %ymm5
	movq	%rdx, %r9
	movq	%r8, %rdx
	andq	%rax, %rdx
	.p2align	4
.LBB2_28:
	vmovups	(%rcx,%r9,4), %ymm6
	vdivps	%ymm4, %ymm6, %ymm6
	vmaxps	%ymm6, %ymm3, %ymm6
	vminps	%ymm6, %ymm5, %ymm6
	vmovups	%ymm6, (%rsi,%r9,4)
	addq	$8, %r9
	cmpq	%r9, %rdx
	jne	.LBB2_28
	cmpq	%rdx, %rax
	je	.LBB2_35
.LBB2_30:
	movq	%rax, %r9
	andq	$7, %r9
	movq	%rdx, %r8
	je	.LBB2_33
	movq	%rdx, %r8
	.p2align	4
.LBB2_32:
	vmovss	(%rcx,%r8,4), %xmm3
	decq	%r9
	vdivss	%xmm0, %xmm3, %xmm3
	vmaxss	%xmm3, %xmm2, %xmm3
	vminss	%xmm3, %xmm1, %xmm3
	vmovss	%xmm3, (%rsi,%r8,4)
	leaq	1(%r8), %r8
	jne	.LBB2_32
.LBB2_33:
	subq	%rax, %rdx
	cmpq	$-8, %rdx
	ja	.LBB2_35
	.p2align	4
.LBB2_34:
	vmovss	(%rcx,%r8,4), %xmm3
	vdivss	%xmm0, %xmm3, %xmm3
	vmaxss	%xmm3, %xmm2, %xmm3
	vminss	%xmm3, %xmm1, %xmm3
	vmovss	%xmm3, (%rsi,%r8,4)
	vmovss	4(%rcx,%r8,4), %xmm3
	vdivss	%xmm0, %xmm3, %xmm3
	vmaxss	%xmm3, %xmm2, %xmm3
	vminss	%xmm3, %xmm1, %xmm3
	vmovss	%xmm3, 4(%rsi,%r8,4)
	vmovss	8(%rcx,%r8,4), %xmm3
	vdivss	%xmm0, %xmm3, %xmm3
	vmaxss	%xmm3, %xmm2, %xmm3
	vminss	%xmm3, %xmm1, %xmm3
	vmovss	%xmm3, 8(%rsi,%r8,4)
	vmovss	12(%rcx,%r8,4), %xmm3
	vdivss	%xmm0, %xmm3, %xmm3
	vmaxss	%xmm3, %xmm2, %xmm3
	vminss	%xmm3, %xmm1, %xmm3
	vmovss	%xmm3, 12(%rsi,%r8,4)
	vmovss	16(%rcx,%r8,4), %xmm3
	vdivss	%xmm0, %xmm3, %xmm3
	vmaxss	%xmm3, %xmm2, %xmm3
	vminss	%xmm3, %xmm1, %xmm3
	vmovss	%xmm3, 16(%rsi,%r8,4)
	vmovss	20(%rcx,%r8,4), %xmm3
	vdivss	%xmm0, %xmm3, %xmm3
	vmaxss	%xmm3, %xmm2, %xmm3
	vminss	%xmm3, %xmm1, %xmm3
	vmovss	%xmm3, 20(%rsi,%r8,4)
	vmovss	24(%rcx,%r8,4), %xmm3
	vdivss	%xmm0, %xmm3, %xmm3
	vmaxss	%xmm3, %xmm2, %xmm3
	vminss	%xmm3, %xmm1, %xmm3
	vmovss	%xmm3, 24(%rsi,%r8,4)
	vmovss	28(%rcx,%r8,4), %xmm3
	vdivss	%xmm0, %xmm3, %xmm3
	vmaxss	%xmm3, %xmm2, %xmm3
	vminss	%xmm3, %xmm1, %xmm3
	vmovss	%xmm3, 28(%rsi,%r8,4)
	addq	$8, %r8
	cmpq	%r8, %rax
	jne	.LBB2_34
.LBB2_35:
	xorl	%eax, %eax
	movq	$0, (%rdi)
	vzeroupper
	retq
.Lfunc_end2:
	.size	_ZN7kernels3mvm5driveB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE120held_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_295ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEf, .Lfunc_end2-_ZN7kernels3mvm5driveB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE120held_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_295ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEf

	.section	.rodata,"a",@progbits
	.p2align	6, 0x0
.LCPI3_0:
	.long	0
	.long	1
	.long	2
	.long	3
	.long	4
	.long	5
	.long	6
	.long	7
	.long	8
	.long	9
	.long	10
	.long	11
	.long	12
	.long	13
	.long	14
	.long	15
	.section	.ltext,"axl",@progbits
	.weak	_ZN7kernels3mvm8_columnsB2v8B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedEx129held_28Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_295ArrayIfLi2E1C7mutable7alignedEf
	.p2align	4
	.type	_ZN7kernels3mvm8_columnsB2v8B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedEx129held_28Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_295ArrayIfLi2E1C7mutable7alignedEf,@function
_ZN7kernels3mvm8_columnsB2v8B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedEx129held_28Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_295ArrayIfLi2E1C7mutable7alignedEf:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movabsq	$.LCPI3_0, %r10
	movq	80(%rsp), %rcx
	vpbroadcastd	64(%rsp), %zmm5
	movq	88(%rsp), %rbx
	movq	56(%rsp), %r9
	vmovdqa64	(%r10), %zmm4
	leaq	16(%rcx), %rdx
	leaq	32(%rcx), %rsi
	leaq	48(%rcx), %r8
	vpbroadcastd	%ecx, %zmm1
	movq	144(%rbx), %r10
	leaq	(%r9,%rcx,4), %rax
	vpbroadcastd	%edx, %zmm2
	vpbroadcastd	%esi, %zmm3
	vpbroadcastd	%r8d, %zmm6
	vpaddd	%zmm4, %zmm1, %zmm1
	vpaddd	%zmm4, %zmm2, %zmm2
	vpaddd	%zmm4, %zmm3, %zmm3
	vpaddd	%zmm4, %zmm6, %zmm4
	vpcmpgtd	%zmm1, %zmm5, %k1
	vpcmpgtd	%zmm2, %zmm5, %k2
	vpcmpgtd	%zmm3, %zmm5, %k3
	vpcmpgtd	%zmm4, %zmm5, %k4
	movq	(%r10), %r14
	vmovups	(%r9,%rcx,4), %zmm1 {%k1} {z}
	vmovups	64(%r9,%rcx,4), %zmm2 {%k2} {z}
	vmovups	128(%r9,%rcx,4), %zmm3 {%k3} {z}
	vmovups	192(%r9,%rcx,4), %zmm4 {%k4} {z}
	testq	%r14, %r14
	jle	.LBB3_6
	movq	144(%rsp), %r9
	movq	136(%rsp), %r10
	movq	128(%rsp), %r11
	movq	32(%rbx), %r15
	movq	88(%rbx), %r12
	movl	%r14d, %ebx
	andl	$3, %ebx
	cmpq	$4, %r14
	jae	.LBB3_7
	xorl	%r14d, %r14d
	jmp	.LBB3_4
.LBB3_7:
	movabsq	$9223372036854775804, %r13
	movq	%rax, -8(%rsp)
	andq	%r13, %r14
	xorl	%r13d, %r13d
	.p2align	4
.LBB3_8:
	movslq	(%r15,%r13,4), %rax
	vmulss	(%r12,%r13,4), %xmm0, %xmm5
	movq	%rax, %rbp
	sarq	$63, %rbp
	andq	%r10, %rbp
	addq	%rax, %rbp
	imulq	%r9, %rbp
	vbroadcastss	%xmm5, %zmm5
	leaq	(%r11,%rbp,4), %rax
	vmovups	(%rax,%rcx,4), %zmm6 {%k1} {z}
	vmovups	(%rax,%rdx,4), %zmm8 {%k2} {z}
	vmovups	(%rax,%rsi,4), %zmm7 {%k3} {z}
	vmulps	%zmm5, %zmm6, %zmm6
	vaddps	%zmm6, %zmm1, %zmm1
	vmulps	%zmm5, %zmm8, %zmm6
	vmovups	(%rax,%r8,4), %zmm8 {%k4} {z}
	movslq	4(%r15,%r13,4), %rax
	vaddps	%zmm6, %zmm2, %zmm2
	vmulps	%zmm7, %zmm5, %zmm6
	movq	%rax, %rbp
	sarq	$63, %rbp
	andq	%r10, %rbp
	vaddps	%zmm6, %zmm3, %zmm3
	addq	%rax, %rbp
	vmulps	%zmm8, %zmm5, %zmm5
	imulq	%r9, %rbp
	vaddps	%zmm5, %zmm4, %zmm4
	vmulss	4(%r12,%r13,4), %xmm0, %xmm5
	leaq	(%r11,%rbp,4), %rax
	vmovups	(%rax,%rcx,4), %zmm6 {%k1} {z}
	vmovups	(%rax,%rdx,4), %zmm7 {%k2} {z}
	vmovups	(%rax,%rsi,4), %zmm8 {%k3} {z}
	vbroadcastss	%xmm5, %zmm5
	vmulps	%zmm5, %zmm6, %zmm6
	vaddps	%zmm6, %zmm1, %zmm1
	vmulps	%zmm5, %zmm7, %zmm6
	vmovups	(%rax,%r8,4), %zmm7 {%k4} {z}
	movslq	8(%r15,%r13,4), %rax
	vaddps	%zmm6, %zmm2, %zmm2
	vmulps	%zmm8, %zmm5, %zmm6
	movq	%rax, %rbp
	sarq	$63, %rbp
	andq	%r10, %rbp
	vaddps	%zmm6, %zmm3, %zmm3
	addq	%rax, %rbp
	vmulps	%zmm7, %zmm5, %zmm5
	imulq	%r9, %rbp
	vaddps	%zmm5, %zmm4, %zmm4
	vmulss	8(%r12,%r13,4), %xmm0, %xmm5
	leaq	(%r11,%rbp,4), %rax
	vmovups	(%rax,%rcx,4), %zmm6 {%k1} {z}
	vmovups	(%rax,%rdx,4), %zmm8 {%k2} {z}
	vmovups	(%rax,%rsi,4), %zmm7 {%k3} {z}
	vbroadcastss	%xmm5, %zmm5
	vmulps	%zmm5, %zmm6, %zmm6
	vaddps	%zmm6, %zmm1, %zmm1
	vmulps	%zmm5, %zmm8, %zmm6
	vmovups	(%rax,%r8,4), %zmm8 {%k4} {z}
	movslq	12(%r15,%r13,4), %rax
	vaddps	%zmm6, %zmm2, %zmm2
	vmulps	%zmm7, %zmm5, %zmm6
	movq	%rax, %rbp
	sarq	$63, %rbp
	andq	%r10, %rbp
	vaddps	%zmm6, %zmm3, %zmm3
	addq	%rax, %rbp
	vmulps	%zmm8, %zmm5, %zmm5
	imulq	%r9, %rbp
	vaddps	%zmm5, %zmm4, %zmm4
	vmulss	12(%r12,%r13,4), %xmm0, %xmm5
	leaq	(%r11,%rbp,4), %rax
	addq	$4, %r13
	vmovups	(%rax,%rcx,4), %zmm6 {%k1} {z}
	vmovups	(%rax,%rdx,4), %zmm7 {%k2} {z}
	vmovups	(%rax,%rsi,4), %zmm8 {%k3} {z}
	vbroadcastss	%xmm5, %zmm5
	vmulps	%zmm5, %zmm6, %zmm6
	vaddps	%zmm6, %zmm1, %zmm1
	vmulps	%zmm5, %zmm7, %zmm6
	vmovups	(%rax,%r8,4), %zmm7 {%k4} {z}
	vaddps	%zmm6, %zmm2, %zmm2
	vmulps	%zmm8, %zmm5, %zmm6
	vaddps	%zmm6, %zmm3, %zmm3
	vmulps	%zmm7, %zmm5, %zmm5
	vaddps	%zmm5, %zmm4, %zmm4
	cmpq	%r13, %r14
	jne	.LBB3_8
	movq	-8(%rsp), %rax
	testq	%rbx, %rbx
	je	.LBB3_6
.LBB3_4:
	leaq	(%r12,%r14,4), %r12
	leaq	(%r15,%r14,4), %r14
	xorl	%r15d, %r15d
	.p2align	4
.LBB3_5:
	movslq	(%r14,%r15,4), %r13
	vmulss	(%r12,%r15,4), %xmm0, %xmm5
	incq	%r15
	movq	%r13, %rbp
	sarq	$63, %rbp
	andq	%r10, %rbp
	addq	%r13, %rbp
	imulq	%r9, %rbp
	vbroadcastss	%xmm5, %zmm5
	leaq	(%r11,%rbp,4), %r13
	vmovups	(%r13,%rcx,4), %zmm6 {%k1} {z}
	vmovups	(%r13,%rdx,4), %zmm7 {%k2} {z}
	vmovups	(%r13,%rsi,4), %zmm8 {%k3} {z}
	vmulps	%zmm5, %zmm6, %zmm6
	vaddps	%zmm6, %zmm1, %zmm1
	vmulps	%zmm5, %zmm7, %zmm6
	vmovups	(%r13,%r8,4), %zmm7 {%k4} {z}
	vaddps	%zmm6, %zmm2, %zmm2
	vmulps	%zmm8, %zmm5, %zmm6
	vaddps	%zmm6, %zmm3, %zmm3
	vmulps	%zmm7, %zmm5, %zmm5
	vaddps	%zmm5, %zmm4, %zmm4
	cmpq	%r15, %rbx
	jne	.LBB3_5
.LBB3_6:
	vmovups	%zmm1, (%rax) {%k1}
	vmovups	%zmm2, 64(%rax) {%k2}
	vmovups	%zmm3, 128(%rax) {%k3}
	vmovups	%zmm4, 192(%rax) {%k4}
	movq	$0, (%rdi)
	xorl	%eax, %eax
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end3:
	.size	_ZN7kernels3mvm8_columnsB2v8B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedEx129held_28Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_295ArrayIfLi2E1C7mutable7alignedEf, .Lfunc_end3-_ZN7kernels3mvm8_columnsB2v8B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedEx129held_28Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_295ArrayIfLi2E1C7mutable7alignedEf

	.section	.rodata,"a",@progbits
	.p2align	6, 0x0
.LCPI4_0:
	.long	0
	.long	1
	.long	2
	.long	3
	.long	4
	.long	5
	.long	6
	.long	7
	.long	8
	.long	9
	.long	10
	.long	11
	.long	12
	.long	13
	.long	14
	.long	15
	.section	.ltext,"axl",@progbits
	.weak	_ZN7kernels3mvm11charge_backB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedEf
	.p2align	4
	.type	_ZN7kernels3mvm11charge_backB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedEf,@function
_ZN7kernels3mvm11charge_backB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedEf:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	64(%rsp), %rbp
	movq	%rdi, -16(%rsp)
	testq	%rbp, %rbp
	jle	.LBB4_36
	movq	120(%rsp), %rdi
	movabsq	$.LCPI4_0, %r9
	movq	112(%rsp), %r8
	vxorps	%xmm1, %xmm1, %xmm1
	movq	184(%rsp), %rcx
	movq	168(%rsp), %rax
	movq	56(%rsp), %rdx
	movl	$15, %r14d
	movq	%rdi, %rsi
	andq	$-16, %rsi
	vmulss	(%r8), %xmm1, %xmm1
	vpbroadcastd	%edi, %zmm3
	cmpq	$16, %rdi
	vpbroadcastd	%esi, %zmm2
	vpord	(%r9), %zmm2, %zmm2
	cmovgeq	%rdi, %r14
	movq	%r14, %rbx
	shrq	$4, %r14
	vpcmpgtd	%zmm2, %zmm3, %k1
	vmovups	(%r8,%rsi,4), %zmm2 {%k1} {z}
	vbroadcastss	%xmm1, %zmm1
	je	.LBB4_31
	andl	$7, %r14d
	leaq	(,%rcx,4), %r9
	leaq	(%rax,%rsi,4), %r11
	movl	%r14d, %r10d
	shll	$6, %r10d
	cmpq	$127, %rdi
	jg	.LBB4_20
	movl	%ebp, %ebx
	andl	$3, %ebx
	cmpq	$4, %rbp
	jae	.LBB4_5
	xorl	%r14d, %r14d
	jmp	.LBB4_16
.LBB4_31:
	movl	%ebp, %r8d
	andl	$3, %r8d
	cmpq	$3, %rbp
	ja	.LBB4_37
	leaq	(,%rcx,4), %r9
	xorl	%ebp, %ebp
	jmp	.LBB4_34
.LBB4_20:
	movq	%rbx, %rsi
	addq	$-128, %rsi
	movq	%rbx, %r12
	andq	$-128, %r12
	leaq	448(%rax), %r15
	shrq	$7, %rsi
	shlq	$2, %r12
	leaq	1(%rsi), %rdi
	leaq	(%r8,%r12), %r13
	addq	%rax, %r12
	movq	%rsi, -24(%rsp)
	movq	%rdi, -32(%rsp)
	andq	$-2, %rdi
	negq	%rdi
	movq	%rdi, -8(%rsp)
	xorl	%edi, %edi
	jmp	.LBB4_21
	.p2align	4
.LBB4_28:
	movq	%rdi, %rsi
	imulq	%rcx, %rsi
	addq	%r9, %r15
	addq	%r9, %rax
	addq	%r9, %r12
	vmovups	(%r11,%rsi,4), %zmm4 {%k1} {z}
	vmulps	%zmm4, %zmm2, %zmm4
	vaddps	%zmm4, %zmm3, %zmm3
	vextractf64x4	$1, %zmm3, %ymm4
	vaddps	%ymm4, %ymm3, %ymm3
	vextractf128	$1, %ymm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vshufpd	$1, %xmm3, %xmm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vmovshdup	%xmm3, %xmm4
	vaddss	%xmm4, %xmm3, %xmm3
	vmulss	%xmm3, %xmm0, %xmm3
	vaddss	(%rdx,%rdi,4), %xmm3, %xmm3
	vmovss	%xmm3, (%rdx,%rdi,4)
	incq	%rdi
	cmpq	%rdi, %rbp
	je	.LBB4_36
.LBB4_21:
	cmpq	$0, -24(%rsp)
	je	.LBB4_22
	movq	%rcx, %rbx
	movq	%r14, %rcx
	movq	%r9, %r14
	movq	%rbp, %r9
	movq	-8(%rsp), %rbp
	vmovaps	%zmm1, %zmm3
	xorl	%esi, %esi
	.p2align	4
.LBB4_30:
	vmovups	(%rax,%rsi,4), %zmm4
	vmovups	64(%rax,%rsi,4), %zmm5
	vmovups	128(%rax,%rsi,4), %zmm6
	vmovups	192(%rax,%rsi,4), %zmm7
	addq	$2, %rbp
	vmulps	(%r8,%rsi,4), %zmm4, %zmm4
	vmulps	64(%r8,%rsi,4), %zmm5, %zmm5
	vmulps	128(%r8,%rsi,4), %zmm6, %zmm6
	vaddps	%zmm4, %zmm3, %zmm3
	vaddps	%zmm5, %zmm3, %zmm3
	vmulps	192(%r8,%rsi,4), %zmm7, %zmm5
	vaddps	%zmm6, %zmm3, %zmm3
	vmovups	256(%rax,%rsi,4), %zmm6
	vmulps	256(%r8,%rsi,4), %zmm6, %zmm4
	vmovups	384(%rax,%rsi,4), %zmm6
	vaddps	%zmm5, %zmm3, %zmm3
	vmovups	320(%rax,%rsi,4), %zmm5
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	320(%r8,%rsi,4), %zmm5, %zmm4
	vmovups	448(%rax,%rsi,4), %zmm5
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	384(%r8,%rsi,4), %zmm6, %zmm4
	vmovups	512(%rax,%rsi,4), %zmm6
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	448(%r8,%rsi,4), %zmm5, %zmm4
	vmovups	576(%rax,%rsi,4), %zmm5
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	512(%r8,%rsi,4), %zmm6, %zmm4
	vmovups	640(%rax,%rsi,4), %zmm6
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	576(%r8,%rsi,4), %zmm5, %zmm4
	vmovups	704(%rax,%rsi,4), %zmm5
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	640(%r8,%rsi,4), %zmm6, %zmm4
	vmovups	768(%rax,%rsi,4), %zmm6
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	704(%r8,%rsi,4), %zmm5, %zmm4
	vmovups	832(%rax,%rsi,4), %zmm5
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	768(%r8,%rsi,4), %zmm6, %zmm4
	vmovups	896(%rax,%rsi,4), %zmm6
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	832(%r8,%rsi,4), %zmm5, %zmm4
	vmovups	960(%rax,%rsi,4), %zmm5
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	896(%r8,%rsi,4), %zmm6, %zmm4
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	960(%r8,%rsi,4), %zmm5, %zmm4
	leaq	256(%rsi), %rsi
	vaddps	%zmm4, %zmm3, %zmm3
	jne	.LBB4_30
	testb	$1, -32(%rsp)
	movq	%r9, %rbp
	movq	%r14, %r9
	movq	%rcx, %r14
	movq	%rbx, %rcx
	jne	.LBB4_24
	testq	%r14, %r14
	jne	.LBB4_26
	jmp	.LBB4_28
	.p2align	4
.LBB4_22:
	vmovaps	%zmm1, %zmm3
	xorl	%esi, %esi
.LBB4_24:
	vmovups	-448(%r15,%rsi,4), %zmm4
	vmovups	-384(%r15,%rsi,4), %zmm5
	vmovups	-320(%r15,%rsi,4), %zmm6
	vmovups	-256(%r15,%rsi,4), %zmm7
	vmulps	(%r8,%rsi,4), %zmm4, %zmm4
	vmulps	64(%r8,%rsi,4), %zmm5, %zmm5
	vmulps	128(%r8,%rsi,4), %zmm6, %zmm6
	vaddps	%zmm4, %zmm3, %zmm3
	vaddps	%zmm5, %zmm3, %zmm3
	vmulps	192(%r8,%rsi,4), %zmm7, %zmm5
	vaddps	%zmm6, %zmm3, %zmm3
	vmovups	-192(%r15,%rsi,4), %zmm6
	vmulps	256(%r8,%rsi,4), %zmm6, %zmm4
	vmovups	-64(%r15,%rsi,4), %zmm6
	vaddps	%zmm5, %zmm3, %zmm3
	vmovups	-128(%r15,%rsi,4), %zmm5
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	320(%r8,%rsi,4), %zmm5, %zmm4
	vmovups	(%r15,%rsi,4), %zmm5
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	384(%r8,%rsi,4), %zmm6, %zmm4
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	448(%r8,%rsi,4), %zmm5, %zmm4
	vaddps	%zmm4, %zmm3, %zmm3
	testq	%r14, %r14
	je	.LBB4_28
.LBB4_26:
	xorl	%esi, %esi
	.p2align	4
.LBB4_27:
	vmovups	(%r12,%rsi), %zmm4
	vmulps	(%r13,%rsi), %zmm4, %zmm4
	addq	$64, %rsi
	vaddps	%zmm4, %zmm3, %zmm3
	cmpq	%rsi, %r10
	jne	.LBB4_27
	jmp	.LBB4_28
.LBB4_37:
	leaq	(,%rcx,4), %r9
	leaq	(%rax,%rsi,4), %r10
	movabsq	$9223372036854775804, %rsi
	xorl	%ebx, %ebx
	andq	%rsi, %rbp
	leaq	(%r9,%r9), %r11
	.p2align	4
.LBB4_38:
	vmovups	(%r10), %zmm3 {%k1} {z}
	vmulps	%zmm3, %zmm2, %zmm3
	vaddps	%zmm3, %zmm1, %zmm3
	vextractf64x4	$1, %zmm3, %ymm4
	vaddps	%ymm4, %ymm3, %ymm3
	vextractf128	$1, %ymm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vshufpd	$1, %xmm3, %xmm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vmovshdup	%xmm3, %xmm4
	vaddss	%xmm4, %xmm3, %xmm3
	vmulss	%xmm3, %xmm0, %xmm3
	vaddss	(%rdx,%rbx,4), %xmm3, %xmm3
	vmovss	%xmm3, (%rdx,%rbx,4)
	vmovups	(%r10,%r9), %zmm3 {%k1} {z}
	addq	%r9, %r10
	vmulps	%zmm3, %zmm2, %zmm3
	vaddps	%zmm3, %zmm1, %zmm3
	vextractf64x4	$1, %zmm3, %ymm4
	vaddps	%ymm4, %ymm3, %ymm3
	vextractf128	$1, %ymm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vshufpd	$1, %xmm3, %xmm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vmovshdup	%xmm3, %xmm4
	vaddss	%xmm4, %xmm3, %xmm3
	vmulss	%xmm3, %xmm0, %xmm3
	vaddss	4(%rdx,%rbx,4), %xmm3, %xmm3
	vmovss	%xmm3, 4(%rdx,%rbx,4)
	vmovups	(%r9,%r10), %zmm3 {%k1} {z}
	addq	%r9, %r10
	vmulps	%zmm3, %zmm2, %zmm3
	vaddps	%zmm3, %zmm1, %zmm3
	vextractf64x4	$1, %zmm3, %ymm4
	vaddps	%ymm4, %ymm3, %ymm3
	vextractf128	$1, %ymm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vshufpd	$1, %xmm3, %xmm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vmovshdup	%xmm3, %xmm4
	vaddss	%xmm4, %xmm3, %xmm3
	vmulss	%xmm3, %xmm0, %xmm3
	vaddss	8(%rdx,%rbx,4), %xmm3, %xmm3
	vmovss	%xmm3, 8(%rdx,%rbx,4)
	vmovups	(%r9,%r10), %zmm3 {%k1} {z}
	addq	%r11, %r10
	vmulps	%zmm3, %zmm2, %zmm3
	vaddps	%zmm3, %zmm1, %zmm3
	vextractf64x4	$1, %zmm3, %ymm4
	vaddps	%ymm4, %ymm3, %ymm3
	vextractf128	$1, %ymm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vshufpd	$1, %xmm3, %xmm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vmovshdup	%xmm3, %xmm4
	vaddss	%xmm4, %xmm3, %xmm3
	vmulss	%xmm3, %xmm0, %xmm3
	vaddss	12(%rdx,%rbx,4), %xmm3, %xmm3
	vmovss	%xmm3, 12(%rdx,%rbx,4)
	addq	$4, %rbx
	cmpq	%rbx, %rbp
	jne	.LBB4_38
	testq	%r8, %r8
	je	.LBB4_36
.LBB4_34:
	imulq	%rbp, %rcx
	movabsq	$4611686018427387888, %rsi
	leaq	(%rdx,%rbp,4), %rdx
	andq	%rsi, %rdi
	addq	%rcx, %rdi
	xorl	%ecx, %ecx
	leaq	(%rax,%rdi,4), %rax
	.p2align	4
.LBB4_35:
	vmovups	(%rax), %zmm3 {%k1} {z}
	addq	%r9, %rax
	vmulps	%zmm3, %zmm2, %zmm3
	vaddps	%zmm3, %zmm1, %zmm3
	vextractf64x4	$1, %zmm3, %ymm4
	vaddps	%ymm4, %ymm3, %ymm3
	vextractf128	$1, %ymm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vshufpd	$1, %xmm3, %xmm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vmovshdup	%xmm3, %xmm4
	vaddss	%xmm4, %xmm3, %xmm3
	vmulss	%xmm3, %xmm0, %xmm3
	vaddss	(%rdx,%rcx,4), %xmm3, %xmm3
	vmovss	%xmm3, (%rdx,%rcx,4)
	incq	%rcx
	cmpq	%rcx, %r8
	jne	.LBB4_35
	jmp	.LBB4_36
.LBB4_5:
	movabsq	$9223372036854775804, %rsi
	leaq	(%rax,%rcx,8), %r13
	movq	%rcx, %r12
	leaq	(%rax,%r9), %r15
	shlq	$4, %r12
	movq	%rbx, -32(%rsp)
	xorl	%r14d, %r14d
	andq	%rsi, %rbp
	leaq	(%rcx,%rcx,2), %rsi
	movq	%rbp, -24(%rsp)
	leaq	(%rax,%rsi,4), %rdi
	.p2align	4
.LBB4_6:
	xorl	%esi, %esi
	vmovaps	%zmm1, %zmm3
	.p2align	4
.LBB4_7:
	vmovups	(%rax,%rsi), %zmm4
	vmulps	(%r8,%rsi), %zmm4, %zmm4
	addq	$64, %rsi
	vaddps	%zmm4, %zmm3, %zmm3
	cmpq	%rsi, %r10
	jne	.LBB4_7
	movq	%r14, %rsi
	imulq	%rcx, %rsi
	movq	%r14, %rbp
	orq	$1, %rbp
	addq	%r9, %rax
	vmovups	(%r11,%rsi,4), %zmm4 {%k1} {z}
	xorl	%esi, %esi
	vmulps	%zmm4, %zmm2, %zmm4
	vaddps	%zmm4, %zmm3, %zmm3
	vextractf64x4	$1, %zmm3, %ymm4
	vaddps	%ymm4, %ymm3, %ymm3
	vextractf128	$1, %ymm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vshufpd	$1, %xmm3, %xmm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vmovshdup	%xmm3, %xmm4
	vaddss	%xmm4, %xmm3, %xmm3
	vmulss	%xmm3, %xmm0, %xmm3
	vaddss	(%rdx,%r14,4), %xmm3, %xmm3
	vmovss	%xmm3, (%rdx,%r14,4)
	vmovaps	%zmm1, %zmm3
	.p2align	4
.LBB4_9:
	vmovups	(%r15,%rsi), %zmm4
	vmulps	(%r8,%rsi), %zmm4, %zmm4
	addq	$64, %rsi
	vaddps	%zmm4, %zmm3, %zmm3
	cmpq	%rsi, %r10
	jne	.LBB4_9
	movq	%rbp, %rsi
	imulq	%rcx, %rsi
	movq	%r14, %rbx
	orq	$2, %rbx
	addq	%r9, %rax
	vmovups	(%r11,%rsi,4), %zmm4 {%k1} {z}
	xorl	%esi, %esi
	vmulps	%zmm4, %zmm2, %zmm4
	vaddps	%zmm4, %zmm3, %zmm3
	vextractf64x4	$1, %zmm3, %ymm4
	vaddps	%ymm4, %ymm3, %ymm3
	vextractf128	$1, %ymm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vshufpd	$1, %xmm3, %xmm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vmovshdup	%xmm3, %xmm4
	vaddss	%xmm4, %xmm3, %xmm3
	vmulss	%xmm3, %xmm0, %xmm3
	vaddss	(%rdx,%rbp,4), %xmm3, %xmm3
	vmovss	%xmm3, (%rdx,%rbp,4)
	vmovaps	%zmm1, %zmm3
	.p2align	4
.LBB4_11:
	vmovups	(%r13,%rsi), %zmm4
	vmulps	(%r8,%rsi), %zmm4, %zmm4
	addq	$64, %rsi
	vaddps	%zmm4, %zmm3, %zmm3
	cmpq	%rsi, %r10
	jne	.LBB4_11
	movq	%rbx, %rsi
	imulq	%rcx, %rsi
	movq	%r14, %rbp
	orq	$3, %rbp
	addq	%r9, %rax
	vmovups	(%r11,%rsi,4), %zmm4 {%k1} {z}
	xorl	%esi, %esi
	vmulps	%zmm4, %zmm2, %zmm4
	vaddps	%zmm4, %zmm3, %zmm3
	vextractf64x4	$1, %zmm3, %ymm4
	vaddps	%ymm4, %ymm3, %ymm3
	vextractf128	$1, %ymm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vshufpd	$1, %xmm3, %xmm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vmovshdup	%xmm3, %xmm4
	vaddss	%xmm4, %xmm3, %xmm3
	vmulss	%xmm3, %xmm0, %xmm3
	vaddss	(%rdx,%rbx,4), %xmm3, %xmm3
	vmovss	%xmm3, (%rdx,%rbx,4)
	vmovaps	%zmm1, %zmm3
	.p2align	4
.LBB4_13:
	vmovups	(%rdi,%rsi), %zmm4
	vmulps	(%r8,%rsi), %zmm4, %zmm4
	addq	$64, %rsi
	vaddps	%zmm4, %zmm3, %zmm3
	cmpq	%rsi, %r10
	jne	.LBB4_13
	movq	%rbp, %rsi
	imulq	%rcx, %rsi
	addq	$4, %r14
	addq	%r9, %rax
	addq	%r12, %r15
	addq	%r12, %r13
	addq	%r12, %rdi
	vmovups	(%r11,%rsi,4), %zmm4 {%k1} {z}
	movq	-24(%rsp), %rsi
	vmulps	%zmm4, %zmm2, %zmm4
	vaddps	%zmm4, %zmm3, %zmm3
	vextractf64x4	$1, %zmm3, %ymm4
	vaddps	%ymm4, %ymm3, %ymm3
	vextractf128	$1, %ymm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vshufpd	$1, %xmm3, %xmm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vmovshdup	%xmm3, %xmm4
	vaddss	%xmm4, %xmm3, %xmm3
	vmulss	%xmm3, %xmm0, %xmm3
	vaddss	(%rdx,%rbp,4), %xmm3, %xmm3
	vmovss	%xmm3, (%rdx,%rbp,4)
	cmpq	%rsi, %r14
	jne	.LBB4_6
	movq	-32(%rsp), %rbx
	testq	%rbx, %rbx
	je	.LBB4_36
.LBB4_16:
	xorl	%esi, %esi
	.p2align	4
.LBB4_17:
	xorl	%edi, %edi
	vmovaps	%zmm1, %zmm3
	.p2align	4
.LBB4_18:
	vmovups	(%rax,%rdi), %zmm4
	vmulps	(%r8,%rdi), %zmm4, %zmm4
	addq	$64, %rdi
	vaddps	%zmm4, %zmm3, %zmm3
	cmpq	%rdi, %r10
	jne	.LBB4_18
	movq	%r14, %rdi
	imulq	%rcx, %rdi
	addq	%r9, %rax
	incq	%rsi
	vmovups	(%r11,%rdi,4), %zmm4 {%k1} {z}
	vmulps	%zmm4, %zmm2, %zmm4
	vaddps	%zmm4, %zmm3, %zmm3
	vextractf64x4	$1, %zmm3, %ymm4
	vaddps	%ymm4, %ymm3, %ymm3
	vextractf128	$1, %ymm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vshufpd	$1, %xmm3, %xmm3, %xmm4
	vaddps	%xmm4, %xmm3, %xmm3
	vmovshdup	%xmm3, %xmm4
	vaddss	%xmm4, %xmm3, %xmm3
	vmulss	%xmm3, %xmm0, %xmm3
	vaddss	(%rdx,%r14,4), %xmm3, %xmm3
	vmovss	%xmm3, (%rdx,%r14,4)
	incq	%r14
	cmpq	%rbx, %rsi
	jne	.LBB4_17
.LBB4_36:
	movq	-16(%rsp), %rax
	movq	$0, (%rax)
	xorl	%eax, %eax
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end4:
	.size	_ZN7kernels3mvm11charge_backB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedEf, .Lfunc_end4-_ZN7kernels3mvm11charge_backB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedEf

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2, 0x0
.LCPI5_0:
	.long	0x3f800000
	.section	.ltext,"axl",@progbits
	.weak	_ZN7kernels3mvm7convertB3v12B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29x26Stream_28uint64_20x_204_29y
	.p2align	4
	.type	_ZN7kernels3mvm7convertB3v12B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29x26Stream_28uint64_20x_204_29y,@function
_ZN7kernels3mvm7convertB3v12B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29x26Stream_28uint64_20x_204_29y:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$56, %rsp
	movq	136(%rsp), %r15
	movq	$0, 16(%rsp)
	vxorps	%xmm1, %xmm1, %xmm1
	movq	%r9, %r12
	movq	%r8, %r13
	movq	%rcx, %rbp
	movq	%rdx, %rbx
	movq	%rsi, %r14
	movq	%rdi, 32(%rsp)
	vmovss	16(%r15), %xmm0
	vucomiss	%xmm1, %xmm0
	jbe	.LBB5_4
	movq	168(%rsp), %r9
	movq	160(%rsp), %r8
	movq	152(%rsp), %rcx
	subq	$8, %rsp
	movabsq	$_ZN7kernels3mvm6_noiseB3v13B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2926Stream_28uint64_20x_204_29yy, %rax
	leaq	56(%rsp), %rdi
	leaq	24(%rsp), %rsi
	movq	%r15, %rdx
	pushq	152(%rsp)
	pushq	200(%rsp)
	pushq	200(%rsp)
	callq	*%rax
	addq	$32, %rsp
	testl	%eax, %eax
	je	.LBB5_6
	movq	16(%rsp), %rcx
	movq	%rcx, (%r14)
	jmp	.LBB5_3
.LBB5_4:
	movq	320(%r15), %rdx
	testq	%rdx, %rdx
	jle	.LBB5_6
	movq	304(%r15), %rdi
	shlq	$2, %rdx
	movabsq	$memset, %rax
	xorl	%esi, %esi
	addq	%rdx, %rdi
	callq	*%rax
.LBB5_6:
	vmovss	(%r15), %xmm0
	movq	%r14, 24(%rsp)
	movq	128(%rsp), %r10
	movq	120(%rsp), %r14
	movq	112(%rsp), %rax
	vxorps	%xmm1, %xmm1, %xmm1
	vucomiss	%xmm1, %xmm0
	jbe	.LBB5_7
	vmovss	4(%r15), %xmm1
	vdivss	%xmm0, %xmm1, %xmm0
	jmp	.LBB5_9
.LBB5_7:
	vmulss	16(%r15), %xmm1, %xmm0
	movabsq	$.LCPI5_0, %rcx
	vaddss	(%rcx), %xmm0, %xmm0
.LBB5_9:
	movq	$0, 8(%rsp)
	movabsq	$_ZN7kernels3mvm9_digitiseB3v27B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29f, %r11
	leaq	8(%rsp), %rdi
	leaq	40(%rsp), %rsi
	movq	%rbx, %rdx
	movq	%rbp, %rcx
	movq	%r13, %r8
	movq	%r12, %r9
	pushq	%r15
	pushq	%r10
	pushq	%r14
	pushq	%rax
	callq	*%r11
	addq	$32, %rsp
	testl	%eax, %eax
	jne	.LBB5_11
	movq	504(%r15), %rcx
	movq	8(%rsp), %rax
	addq	%r14, (%rcx)
	movq	504(%r15), %rcx
	addq	%rax, 8(%rcx)
	testq	%rax, %rax
	movq	32(%rsp), %rax
	setg	(%rax)
	xorl	%eax, %eax
.LBB5_3:
	addq	$56, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.LBB5_11:
	movq	24(%rsp), %rcx
	movq	$0, (%rcx)
	jmp	.LBB5_3
.Lfunc_end5:
	.size	_ZN7kernels3mvm7convertB3v12B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29x26Stream_28uint64_20x_204_29y, .Lfunc_end5-_ZN7kernels3mvm7convertB3v12B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29x26Stream_28uint64_20x_204_29y

	.weak	_ZN7kernels3mvm6_noiseB3v13B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2926Stream_28uint64_20x_204_29yy
	.p2align	4
	.type	_ZN7kernels3mvm6_noiseB3v13B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2926Stream_28uint64_20x_204_29yy,@function
_ZN7kernels3mvm6_noiseB3v13B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2926Stream_28uint64_20x_204_29yy:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$200, %rsp
	movq	$0, 160(%rsp)
	vmovaps	256(%rsp), %xmm0
	movq	%rsi, %r14
	movq	272(%rsp), %rsi
	movq	%rdi, 168(%rsp)
	movabsq	$_ZN7kernels6random12fill_normalsB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi2E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy, %rbx
	leaq	192(%rsp), %rdi
	vmovss	16(%rdx), %xmm1
	vmovups	384(%rdx), %zmm3
	vmovups	448(%rdx), %xmm2
	movq	304(%rdx), %rbp
	movq	320(%rdx), %r12
	movq	344(%rdx), %rax
	movq	352(%rdx), %r10
	movq	360(%rdx), %r11
	movq	368(%rdx), %r15
	movq	376(%rdx), %r13
	movq	464(%rdx), %rdx
	movq	%rsi, 152(%rsp)
	leaq	160(%rsp), %rsi
	vmovaps	%xmm1, 176(%rsp)
	vmovups	%xmm0, 136(%rsp)
	movq	%r9, 128(%rsp)
	movq	%r8, 120(%rsp)
	movq	%rcx, 112(%rsp)
	movq	%rdx, 88(%rsp)
	movq	%r12, 104(%rsp)
	vmovups	%xmm2, 72(%rsp)
	vmovups	%zmm3, 8(%rsp)
	movq	%r13, (%rsp)
	movq	$0, 96(%rsp)
	movq	%rax, %rdx
	movq	%r10, %rcx
	movq	%r11, %r8
	movq	%r15, %r9
	vzeroupper
	callq	*%rbx
	testl	%eax, %eax
	jne	.LBB6_23
	vmovaps	176(%rsp), %xmm5
	testq	%r12, %r12
	jle	.LBB6_21
	leaq	(%rbp,%r12,4), %rcx
	cmpq	$8, %r12
	jb	.LBB6_3
	movq	%rcx, %rdx
	subq	%r13, %rdx
	cmpq	$256, %rdx
	jae	.LBB6_6
.LBB6_3:
	xorl	%edx, %edx
.LBB6_15:
	movq	%r12, %rdi
	andq	$7, %rdi
	movq	%rdx, %rsi
	je	.LBB6_18
	movq	%rdx, %rsi
	.p2align	4
.LBB6_17:
	vmulss	(%r13,%rsi,4), %xmm5, %xmm0
	decq	%rdi
	vmovss	%xmm0, (%rcx,%rsi,4)
	leaq	1(%rsi), %rsi
	jne	.LBB6_17
.LBB6_18:
	subq	%r12, %rdx
	cmpq	$-8, %rdx
	ja	.LBB6_21
	leaq	28(%rbp,%r12,4), %rcx
	.p2align	4
.LBB6_20:
	vmulss	(%r13,%rsi,4), %xmm5, %xmm0
	vmovss	%xmm0, -28(%rcx,%rsi,4)
	vmulss	4(%r13,%rsi,4), %xmm5, %xmm0
	vmovss	%xmm0, -24(%rcx,%rsi,4)
	vmulss	8(%r13,%rsi,4), %xmm5, %xmm0
	vmovss	%xmm0, -20(%rcx,%rsi,4)
	vmulss	12(%r13,%rsi,4), %xmm5, %xmm0
	vmovss	%xmm0, -16(%rcx,%rsi,4)
	vmulss	16(%r13,%rsi,4), %xmm5, %xmm0
	vmovss	%xmm0, -12(%rcx,%rsi,4)
	vmulss	20(%r13,%rsi,4), %xmm5, %xmm0
	vmovss	%xmm0, -8(%rcx,%rsi,4)
	vmulss	24(%r13,%rsi,4), %xmm5, %xmm0
	vmovss	%xmm0, -4(%rcx,%rsi,4)
	vmulss	28(%r13,%rsi,4), %xmm5, %xmm0
	vmovss	%xmm0, (%rcx,%rsi,4)
	addq	$8, %rsi
	cmpq	%rsi, %r12
	jne	.LBB6_20
.LBB6_21:
	movq	168(%rsp), %rcx
	movq	$0, (%rcx)
.LBB6_22:
	addq	$200, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.LBB6_6:
	movabsq	$9223372036854775744, %rsi
	cmpq	$64, %r12
	jae	.LBB6_8
	xorl	%edx, %edx
	jmp	.LBB6_12
.LBB6_8:
	leaq	(,%r12,4), %rdi
	vbroadcastss	%xmm5, %zmm0
	movq	%r12, %rdx
	andq	%rsi, %rdx
	xorl	%r8d, %r8d
	leaq	192(%rbp,%rdi), %rdi
	.p2align	4
.LBB6_9:
	vmulps	(%r13,%r8,4), %zmm0, %zmm1
	vmulps	64(%r13,%r8,4), %zmm0, %zmm2
	vmulps	128(%r13,%r8,4), %zmm0, %zmm3
	vmulps	192(%r13,%r8,4), %zmm0, %zmm4
	vmovups	%zmm1, -192(%rdi,%r8,4)
	vmovups	%zmm2, -128(%rdi,%r8,4)
	vmovups	%zmm3, -64(%rdi,%r8,4)
	vmovups	%zmm4, (%rdi,%r8,4)
	addq	$64, %r8
	cmpq	%r8, %rdx
	jne	.LBB6_9
	cmpq	%rdx, %r12
	je	.LBB6_21
	testb	$56, %r12b
	je	.LBB6_15
.LBB6_12:
	addq	$56, %rsi
	vbroadcastss	%xmm5, %ymm0
	movq	%rdx, %rdi
	movq	%rsi, %rdx
	andq	%r12, %rdx
	.p2align	4
.LBB6_13:
	vmulps	(%r13,%rdi,4), %ymm0, %ymm1
	vmovups	%ymm1, (%rcx,%rdi,4)
	addq	$8, %rdi
	cmpq	%rdi, %rdx
	jne	.LBB6_13
	cmpq	%rdx, %r12
	je	.LBB6_21
	jmp	.LBB6_15
.LBB6_23:
	movq	160(%rsp), %rcx
	movq	%rcx, (%r14)
	jmp	.LBB6_22
.Lfunc_end6:
	.size	_ZN7kernels3mvm6_noiseB3v13B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2926Stream_28uint64_20x_204_29yy, .Lfunc_end6-_ZN7kernels3mvm6_noiseB3v13B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2926Stream_28uint64_20x_204_29yy

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2, 0x0
.LCPI7_0:
	.long	0x3f800000
.LCPI7_1:
	.long	0x80000000
.LCPI7_2:
	.long	0x7fffffff
	.section	.ltext,"axl",@progbits
	.weak	_ZN7kernels3mvm9_digitiseB3v27B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29f
	.p2align	4
	.type	_ZN7kernels3mvm9_digitiseB3v27B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29f,@function
_ZN7kernels3mvm9_digitiseB3v27B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29f:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	72(%rsp), %rdx
	movq	56(%rsp), %rax
	movq	48(%rsp), %rcx
	vxorps	%xmm3, %xmm3, %xmm3
	vmovss	8(%rdx), %xmm2
	vmovss	12(%rdx), %xmm1
	vucomiss	%xmm3, %xmm2
	jbe	.LBB7_9
	testq	%rax, %rax
	jle	.LBB7_18
	vdivss	%xmm2, %xmm1, %xmm1
	movq	304(%rdx), %rsi
	movq	320(%rdx), %r8
	movabsq	$.LCPI7_1, %rdx
	vxorps	(%rdx){1to4}, %xmm2, %xmm3
	leaq	(%rsi,%r8,4), %r10
	leaq	(%rsi,%r8,8), %r9
	cmpq	$4, %rax
	jae	.LBB7_19
	xorl	%edx, %edx
.LBB7_4:
	xorl	%r11d, %r11d
.LBB7_5:
	movq	%rax, %rbx
	andq	$3, %rbx
	je	.LBB7_33
	movabsq	$.LCPI7_2, %r14
	vbroadcastss	(%r14), %xmm4
	movq	%r11, %r14
	.p2align	4
.LBB7_7:
	vmulss	(%rsi,%r14,4), %xmm0, %xmm5
	xorl	%r15d, %r15d
	vaddss	(%r10,%r14,4), %xmm5, %xmm5
	vdivss	%xmm1, %xmm5, %xmm5
	vroundss	$4, %xmm5, %xmm5, %xmm5
	vmaxss	%xmm5, %xmm3, %xmm6
	vandps	%xmm4, %xmm5, %xmm5
	vucomiss	%xmm2, %xmm5
	vminss	%xmm6, %xmm2, %xmm6
	vmovss	%xmm6, (%r9,%r14,4)
	vmulss	%xmm6, %xmm1, %xmm6
	seta	%r15b
	addq	%r15, %rdx
	decq	%rbx
	vmovss	%xmm6, (%rcx,%r14,4)
	leaq	1(%r14), %r14
	jne	.LBB7_7
	subq	%rax, %r11
	cmpq	$-4, %r11
	jbe	.LBB7_34
	jmp	.LBB7_39
.LBB7_9:
	testq	%rax, %rax
	jle	.LBB7_18
	vmulss	16(%rdx), %xmm3, %xmm2
	movabsq	$.LCPI7_0, %r9
	movq	304(%rdx), %rsi
	movq	320(%rdx), %r8
	movabsq	$.LCPI7_1, %rdx
	vxorps	(%rdx){1to4}, %xmm1, %xmm3
	vaddss	(%r9), %xmm2, %xmm2
	leaq	(%rsi,%r8,4), %r10
	leaq	(%rsi,%r8,8), %r9
	cmpq	$4, %rax
	jae	.LBB7_26
	xorl	%edx, %edx
.LBB7_12:
	xorl	%r11d, %r11d
.LBB7_13:
	movq	%rax, %rbx
	andq	$3, %rbx
	je	.LBB7_36
	movabsq	$.LCPI7_2, %r14
	vbroadcastss	(%r14), %xmm4
	movq	%r11, %r14
	.p2align	4
.LBB7_15:
	vmulss	(%rsi,%r14,4), %xmm0, %xmm5
	xorl	%r15d, %r15d
	vaddss	(%r10,%r14,4), %xmm5, %xmm5
	vdivss	%xmm2, %xmm5, %xmm5
	vmaxss	%xmm5, %xmm3, %xmm6
	vandps	%xmm4, %xmm5, %xmm5
	vucomiss	%xmm1, %xmm5
	vminss	%xmm6, %xmm1, %xmm6
	vmovss	%xmm6, (%r9,%r14,4)
	vmulss	%xmm6, %xmm2, %xmm6
	seta	%r15b
	addq	%r15, %rdx
	decq	%rbx
	vmovss	%xmm6, (%rcx,%r14,4)
	leaq	1(%r14), %r14
	jne	.LBB7_15
	subq	%rax, %r11
	cmpq	$-4, %r11
	jbe	.LBB7_37
	jmp	.LBB7_39
.LBB7_18:
	xorl	%edx, %edx
	jmp	.LBB7_39
.LBB7_19:
	leaq	(,%r8,4), %r14
	movq	%rcx, %r11
	subq	%rsi, %r11
	xorl	%edx, %edx
	movq	%r11, %rbx
	subq	%r14, %rbx
	cmpq	$128, %rbx
	jb	.LBB7_4
	cmpq	$128, %r11
	jb	.LBB7_4
	cmpq	$128, %r14
	jb	.LBB7_4
	leaq	(,%r8,8), %r15
	cmpq	$128, %r15
	jb	.LBB7_4
	movq	%rcx, %rbx
	subq	%r15, %rbx
	subq	%rsi, %rbx
	movl	$0, %r11d
	cmpq	$128, %rbx
	jb	.LBB7_5
	movabsq	$9223372036854775776, %rbx
	cmpq	$32, %rax
	jae	.LBB7_40
	xorl	%r11d, %r11d
	xorl	%edx, %edx
	jmp	.LBB7_44
.LBB7_26:
	leaq	(,%r8,4), %r15
	movq	%rcx, %r11
	subq	%rsi, %r11
	xorl	%edx, %edx
	movq	%r11, %rbx
	subq	%r15, %rbx
	cmpq	$128, %rbx
	jb	.LBB7_12
	cmpq	$128, %r11
	jb	.LBB7_12
	cmpq	$128, %r15
	jb	.LBB7_12
	leaq	(,%r8,8), %r12
	cmpq	$128, %r12
	jb	.LBB7_12
	movq	%rcx, %rbx
	subq	%r12, %rbx
	subq	%rsi, %rbx
	movl	$0, %r11d
	cmpq	$128, %rbx
	jb	.LBB7_13
	movabsq	$9223372036854775776, %r14
	movabsq	$.LCPI7_2, %rbx
	cmpq	$32, %rax
	jae	.LBB7_47
	xorl	%r11d, %r11d
	xorl	%edx, %edx
	jmp	.LBB7_51
.LBB7_33:
	movq	%r11, %r14
	subq	%rax, %r11
	cmpq	$-4, %r11
	ja	.LBB7_39
.LBB7_34:
	movabsq	$.LCPI7_2, %r11
	addq	%r14, %r8
	leaq	12(%rcx,%r14,4), %rcx
	leaq	12(%r9,%r14,4), %r9
	subq	%r14, %rax
	xorl	%r10d, %r10d
	vbroadcastss	(%r11), %xmm4
	leaq	12(%rsi,%r8,4), %r8
	leaq	12(%rsi,%r14,4), %rsi
	.p2align	4
.LBB7_35:
	vmulss	-12(%rsi,%r10,4), %xmm0, %xmm5
	xorl	%r11d, %r11d
	vaddss	-12(%r8,%r10,4), %xmm5, %xmm5
	vdivss	%xmm1, %xmm5, %xmm5
	vroundss	$4, %xmm5, %xmm5, %xmm5
	vandps	%xmm4, %xmm5, %xmm6
	vmaxss	%xmm5, %xmm3, %xmm5
	vucomiss	%xmm2, %xmm6
	vminss	%xmm5, %xmm2, %xmm5
	vmovss	%xmm5, -12(%r9,%r10,4)
	vmulss	%xmm5, %xmm1, %xmm5
	seta	%r11b
	addq	%rdx, %r11
	xorl	%edx, %edx
	vmovss	%xmm5, -12(%rcx,%r10,4)
	vmulss	-8(%rsi,%r10,4), %xmm0, %xmm5
	vaddss	-8(%r8,%r10,4), %xmm5, %xmm5
	vdivss	%xmm1, %xmm5, %xmm5
	vroundss	$4, %xmm5, %xmm5, %xmm5
	vandps	%xmm4, %xmm5, %xmm6
	vmaxss	%xmm5, %xmm3, %xmm5
	vucomiss	%xmm2, %xmm6
	vminss	%xmm5, %xmm2, %xmm5
	vmovss	%xmm5, -8(%r9,%r10,4)
	vmulss	%xmm5, %xmm1, %xmm5
	seta	%dl
	xorl	%ebx, %ebx
	vmovss	%xmm5, -8(%rcx,%r10,4)
	vmulss	-4(%rsi,%r10,4), %xmm0, %xmm5
	vaddss	-4(%r8,%r10,4), %xmm5, %xmm5
	vdivss	%xmm1, %xmm5, %xmm5
	vroundss	$4, %xmm5, %xmm5, %xmm5
	vandps	%xmm4, %xmm5, %xmm6
	vmaxss	%xmm5, %xmm3, %xmm5
	vucomiss	%xmm2, %xmm6
	vminss	%xmm5, %xmm2, %xmm5
	vmovss	%xmm5, -4(%r9,%r10,4)
	vmulss	%xmm5, %xmm1, %xmm5
	seta	%bl
	addq	%rdx, %rbx
	xorl	%edx, %edx
	vmovss	%xmm5, -4(%rcx,%r10,4)
	addq	%r11, %rbx
	vmulss	(%rsi,%r10,4), %xmm0, %xmm5
	vaddss	(%r8,%r10,4), %xmm5, %xmm5
	vdivss	%xmm1, %xmm5, %xmm5
	vroundss	$4, %xmm5, %xmm5, %xmm5
	vandps	%xmm4, %xmm5, %xmm6
	vmaxss	%xmm5, %xmm3, %xmm5
	vucomiss	%xmm2, %xmm6
	vminss	%xmm5, %xmm2, %xmm5
	vmovss	%xmm5, (%r9,%r10,4)
	vmulss	%xmm5, %xmm1, %xmm5
	seta	%dl
	addq	%rbx, %rdx
	vmovss	%xmm5, (%rcx,%r10,4)
	addq	$4, %r10
	cmpq	%r10, %rax
	jne	.LBB7_35
	jmp	.LBB7_39
.LBB7_36:
	movq	%r11, %r14
	subq	%rax, %r11
	cmpq	$-4, %r11
	ja	.LBB7_39
.LBB7_37:
	movabsq	$.LCPI7_2, %r11
	addq	%r14, %r8
	leaq	12(%rcx,%r14,4), %rcx
	leaq	12(%r9,%r14,4), %r9
	subq	%r14, %rax
	xorl	%r10d, %r10d
	vbroadcastss	(%r11), %xmm4
	leaq	12(%rsi,%r8,4), %r8
	leaq	12(%rsi,%r14,4), %rsi
	.p2align	4
.LBB7_38:
	vmulss	-12(%rsi,%r10,4), %xmm0, %xmm5
	xorl	%r11d, %r11d
	vaddss	-12(%r8,%r10,4), %xmm5, %xmm5
	vdivss	%xmm2, %xmm5, %xmm5
	vandps	%xmm4, %xmm5, %xmm6
	vmaxss	%xmm5, %xmm3, %xmm5
	vucomiss	%xmm1, %xmm6
	vminss	%xmm5, %xmm1, %xmm5
	vmovss	%xmm5, -12(%r9,%r10,4)
	vmulss	%xmm5, %xmm2, %xmm5
	seta	%r11b
	addq	%rdx, %r11
	xorl	%edx, %edx
	vmovss	%xmm5, -12(%rcx,%r10,4)
	vmulss	-8(%rsi,%r10,4), %xmm0, %xmm5
	vaddss	-8(%r8,%r10,4), %xmm5, %xmm5
	vdivss	%xmm2, %xmm5, %xmm5
	vandps	%xmm4, %xmm5, %xmm6
	vmaxss	%xmm5, %xmm3, %xmm5
	vucomiss	%xmm1, %xmm6
	vminss	%xmm5, %xmm1, %xmm5
	vmovss	%xmm5, -8(%r9,%r10,4)
	vmulss	%xmm5, %xmm2, %xmm5
	seta	%dl
	xorl	%ebx, %ebx
	vmovss	%xmm5, -8(%rcx,%r10,4)
	vmulss	-4(%rsi,%r10,4), %xmm0, %xmm5
	vaddss	-4(%r8,%r10,4), %xmm5, %xmm5
	vdivss	%xmm2, %xmm5, %xmm5
	vandps	%xmm4, %xmm5, %xmm6
	vmaxss	%xmm5, %xmm3, %xmm5
	vucomiss	%xmm1, %xmm6
	vminss	%xmm5, %xmm1, %xmm5
	vmovss	%xmm5, -4(%r9,%r10,4)
	vmulss	%xmm5, %xmm2, %xmm5
	seta	%bl
	addq	%rdx, %rbx
	xorl	%edx, %edx
	vmovss	%xmm5, -4(%rcx,%r10,4)
	addq	%r11, %rbx
	vmulss	(%rsi,%r10,4), %xmm0, %xmm5
	vaddss	(%r8,%r10,4), %xmm5, %xmm5
	vdivss	%xmm2, %xmm5, %xmm5
	vandps	%xmm4, %xmm5, %xmm6
	vmaxss	%xmm5, %xmm3, %xmm5
	vucomiss	%xmm1, %xmm6
	vminss	%xmm5, %xmm1, %xmm5
	vmovss	%xmm5, (%r9,%r10,4)
	vmulss	%xmm5, %xmm2, %xmm5
	seta	%dl
	addq	%rbx, %rdx
	vmovss	%xmm5, (%rcx,%r10,4)
	addq	$4, %r10
	cmpq	%r10, %rax
	jne	.LBB7_38
.LBB7_39:
	movq	%rdx, (%rdi)
	xorl	%eax, %eax
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.LBB7_40:
	movabsq	$.LCPI7_2, %r13
	vbroadcastss	%xmm3, %ymm4
	vbroadcastss	%xmm0, %ymm5
	vbroadcastss	%xmm1, %ymm6
	vbroadcastss	%xmm2, %ymm7
	leaq	96(%rsi,%r14), %r14
	leaq	96(%rsi,%r15), %r15
	movq	%rax, %r11
	andq	%rbx, %r11
	leaq	96(%rsi), %rdx
	vpxor	%xmm8, %xmm8, %xmm8
	xorl	%r12d, %r12d
	vpxor	%xmm10, %xmm10, %xmm10
	vpxor	%xmm11, %xmm11, %xmm11
	vpxor	%xmm12, %xmm12, %xmm12
	vbroadcastss	(%r13), %ymm9
	.p2align	4
.LBB7_41:
	vmulps	-96(%rdx,%r12,4), %ymm5, %ymm13
	vmulps	-64(%rdx,%r12,4), %ymm5, %ymm14
	vmulps	-32(%rdx,%r12,4), %ymm5, %ymm15
	vmulps	(%rdx,%r12,4), %ymm5, %ymm16
	vaddps	-96(%r14,%r12,4), %ymm13, %ymm13
	vaddps	-64(%r14,%r12,4), %ymm14, %ymm14
	vaddps	-32(%r14,%r12,4), %ymm15, %ymm15
	vaddps	(%r14,%r12,4), %ymm16, %ymm16
	vdivps	%ymm6, %ymm13, %ymm13
	vdivps	%ymm6, %ymm14, %ymm14
	vdivps	%ymm6, %ymm15, %ymm15
	vdivps	%ymm6, %ymm16, %ymm16
	vroundps	$4, %ymm13, %ymm13
	vroundps	$4, %ymm14, %ymm14
	vroundps	$4, %ymm15, %ymm15
	vrndscaleps	$4, %ymm16, %ymm16
	vandps	%ymm9, %ymm13, %ymm17
	vandps	%ymm9, %ymm14, %ymm18
	vandps	%ymm9, %ymm15, %ymm19
	vandps	%ymm9, %ymm16, %ymm20
	vmaxps	%ymm13, %ymm4, %ymm13
	vmaxps	%ymm14, %ymm4, %ymm14
	vmaxps	%ymm15, %ymm4, %ymm15
	vmaxps	%ymm16, %ymm4, %ymm16
	vcmpltps	%ymm17, %ymm7, %k0
	vcmpltps	%ymm18, %ymm7, %k1
	vcmpltps	%ymm19, %ymm7, %k2
	vcmpltps	%ymm20, %ymm7, %k3
	vminps	%ymm13, %ymm7, %ymm13
	vminps	%ymm14, %ymm7, %ymm14
	vminps	%ymm15, %ymm7, %ymm15
	vminps	%ymm16, %ymm7, %ymm16
	vpmovm2q	%k0, %zmm17
	vpsubq	%zmm17, %zmm8, %zmm8
	vpmovm2q	%k1, %zmm17
	vpsubq	%zmm17, %zmm10, %zmm10
	vpmovm2q	%k2, %zmm17
	vpsubq	%zmm17, %zmm11, %zmm11
	vpmovm2q	%k3, %zmm17
	vpsubq	%zmm17, %zmm12, %zmm12
	vmovups	%ymm13, -96(%r15,%r12,4)
	vmovups	%ymm14, -64(%r15,%r12,4)
	vmovups	%ymm15, -32(%r15,%r12,4)
	vmovups	%ymm16, (%r15,%r12,4)
	vmulps	%ymm6, %ymm13, %ymm13
	vmulps	%ymm6, %ymm14, %ymm14
	vmulps	%ymm6, %ymm15, %ymm15
	vmulps	%ymm16, %ymm6, %ymm16
	vmovups	%ymm13, (%rcx,%r12,4)
	vmovups	%ymm14, 32(%rcx,%r12,4)
	vmovups	%ymm15, 64(%rcx,%r12,4)
	vmovups	%ymm16, 96(%rcx,%r12,4)
	addq	$32, %r12
	cmpq	%r12, %r11
	jne	.LBB7_41
	vpaddq	%zmm8, %zmm10, %zmm4
	vpaddq	%zmm12, %zmm11, %zmm5
	vpaddq	%zmm5, %zmm4, %zmm4
	vextracti64x4	$1, %zmm4, %ymm5
	vpaddq	%zmm4, %zmm5, %zmm4
	vextracti128	$1, %ymm4, %xmm5
	vpaddq	%xmm4, %xmm5, %xmm4
	vpshufd	$238, %xmm4, %xmm5
	vpaddq	%xmm4, %xmm5, %xmm4
	vmovq	%xmm4, %rdx
	cmpq	%r11, %rax
	je	.LBB7_39
	testb	$28, %al
	je	.LBB7_5
.LBB7_44:
	addq	$28, %rbx
	movq	%r11, %r14
	vbroadcastss	%xmm3, %xmm5
	vbroadcastss	%xmm0, %xmm6
	vbroadcastss	%xmm1, %xmm7
	vbroadcastss	%xmm2, %xmm8
	vmovq	%rdx, %xmm4
	movq	%rbx, %r11
	movabsq	$.LCPI7_2, %rbx
	andq	%rax, %r11
	vbroadcastss	(%rbx), %xmm9
	.p2align	4
.LBB7_45:
	vmulps	(%rsi,%r14,4), %xmm6, %xmm10
	vaddps	(%r10,%r14,4), %xmm10, %xmm10
	vdivps	%xmm7, %xmm10, %xmm10
	vroundps	$4, %xmm10, %xmm10
	vandps	%xmm9, %xmm10, %xmm11
	vmaxps	%xmm10, %xmm5, %xmm10
	vcmpltps	%xmm11, %xmm8, %k0
	vminps	%xmm10, %xmm8, %xmm10
	vpmovm2q	%k0, %ymm11
	vpsubq	%ymm11, %ymm4, %ymm4
	vmovups	%xmm10, (%r9,%r14,4)
	vmulps	%xmm7, %xmm10, %xmm10
	vmovups	%xmm10, (%rcx,%r14,4)
	addq	$4, %r14
	cmpq	%r14, %r11
	jne	.LBB7_45
	vextracti128	$1, %ymm4, %xmm5
	vpaddq	%xmm5, %xmm4, %xmm4
	vpshufd	$238, %xmm4, %xmm5
	vpaddq	%xmm5, %xmm4, %xmm4
	vmovq	%xmm4, %rdx
	cmpq	%r11, %rax
	jne	.LBB7_5
	jmp	.LBB7_39
.LBB7_47:
	vbroadcastss	(%rbx), %ymm9
	vbroadcastss	%xmm3, %ymm4
	vbroadcastss	%xmm0, %ymm5
	vbroadcastss	%xmm2, %ymm6
	vbroadcastss	%xmm1, %ymm7
	leaq	96(%rsi,%r15), %r15
	leaq	96(%rsi,%r12), %r12
	movq	%rax, %r11
	andq	%r14, %r11
	leaq	96(%rsi), %rdx
	vpxor	%xmm8, %xmm8, %xmm8
	xorl	%r13d, %r13d
	vpxor	%xmm10, %xmm10, %xmm10
	vpxor	%xmm11, %xmm11, %xmm11
	vpxor	%xmm12, %xmm12, %xmm12
	.p2align	4
.LBB7_48:
	vmulps	-96(%rdx,%r13,4), %ymm5, %ymm13
	vmulps	-64(%rdx,%r13,4), %ymm5, %ymm14
	vmulps	-32(%rdx,%r13,4), %ymm5, %ymm15
	vmulps	(%rdx,%r13,4), %ymm5, %ymm16
	vaddps	-96(%r15,%r13,4), %ymm13, %ymm13
	vaddps	-64(%r15,%r13,4), %ymm14, %ymm14
	vaddps	-32(%r15,%r13,4), %ymm15, %ymm15
	vaddps	(%r15,%r13,4), %ymm16, %ymm16
	vdivps	%ymm6, %ymm13, %ymm13
	vdivps	%ymm6, %ymm14, %ymm14
	vdivps	%ymm6, %ymm15, %ymm15
	vdivps	%ymm6, %ymm16, %ymm16
	vandps	%ymm9, %ymm13, %ymm17
	vandps	%ymm9, %ymm14, %ymm18
	vandps	%ymm9, %ymm15, %ymm19
	vandps	%ymm9, %ymm16, %ymm20
	vmaxps	%ymm13, %ymm4, %ymm13
	vmaxps	%ymm14, %ymm4, %ymm14
	vmaxps	%ymm15, %ymm4, %ymm15
	vmaxps	%ymm16, %ymm4, %ymm16
	vcmpltps	%ymm17, %ymm7, %k0
	vcmpltps	%ymm18, %ymm7, %k1
	vcmpltps	%ymm19, %ymm7, %k2
	vcmpltps	%ymm20, %ymm7, %k3
	vminps	%ymm13, %ymm7, %ymm13
	vminps	%ymm14, %ymm7, %ymm14
	vminps	%ymm15, %ymm7, %ymm15
	vminps	%ymm16, %ymm7, %ymm16
	vpmovm2q	%k0, %zmm17
	vpsubq	%zmm17, %zmm8, %zmm8
	vpmovm2q	%k1, %zmm17
	vpsubq	%zmm17, %zmm10, %zmm10
	vpmovm2q	%k2, %zmm17
	vpsubq	%zmm17, %zmm11, %zmm11
	vpmovm2q	%k3, %zmm17
	vpsubq	%zmm17, %zmm12, %zmm12
	vmovups	%ymm13, -96(%r12,%r13,4)
	vmovups	%ymm14, -64(%r12,%r13,4)
	vmovups	%ymm15, -32(%r12,%r13,4)
	vmovups	%ymm16, (%r12,%r13,4)
	vmulps	%ymm6, %ymm13, %ymm13
	vmulps	%ymm6, %ymm14, %ymm14
	vmulps	%ymm6, %ymm15, %ymm15
	vmulps	%ymm16, %ymm6, %ymm16
	vmovups	%ymm13, (%rcx,%r13,4)
	vmovups	%ymm14, 32(%rcx,%r13,4)
	vmovups	%ymm15, 64(%rcx,%r13,4)
	vmovups	%ymm16, 96(%rcx,%r13,4)
	addq	$32, %r13
	cmpq	%r13, %r11
	jne	.LBB7_48
	vpaddq	%zmm8, %zmm10, %zmm4
	vpaddq	%zmm12, %zmm11, %zmm5
	vpaddq	%zmm5, %zmm4, %zmm4
	vextracti64x4	$1, %zmm4, %ymm5
	vpaddq	%zmm4, %zmm5, %zmm4
	vextracti128	$1, %ymm4, %xmm5
	vpaddq	%xmm4, %xmm5, %xmm4
	vpshufd	$238, %xmm4, %xmm5
	vpaddq	%xmm4, %xmm5, %xmm4
	vmovq	%xmm4, %rdx
	cmpq	%r11, %rax
	je	.LBB7_39
	testb	$28, %al
	je	.LBB7_13
.LBB7_51:
	vbroadcastss	(%rbx), %xmm9
	addq	$28, %r14
	vbroadcastss	%xmm3, %xmm5
	vbroadcastss	%xmm0, %xmm6
	vbroadcastss	%xmm2, %xmm7
	vbroadcastss	%xmm1, %xmm8
	movq	%r11, %r15
	vmovq	%rdx, %xmm4
	movq	%r14, %r11
	andq	%rax, %r11
	.p2align	4
.LBB7_52:
	vmulps	(%rsi,%r15,4), %xmm6, %xmm10
	vaddps	(%r10,%r15,4), %xmm10, %xmm10
	vdivps	%xmm7, %xmm10, %xmm10
	vandps	%xmm9, %xmm10, %xmm11
	vmaxps	%xmm10, %xmm5, %xmm10
	vcmpltps	%xmm11, %xmm8, %k0
	vminps	%xmm10, %xmm8, %xmm10
	vpmovm2q	%k0, %ymm11
	vpsubq	%ymm11, %ymm4, %ymm4
	vmovups	%xmm10, (%r9,%r15,4)
	vmulps	%xmm7, %xmm10, %xmm10
	vmovups	%xmm10, (%rcx,%r15,4)
	addq	$4, %r15
	cmpq	%r15, %r11
	jne	.LBB7_52
	vextracti128	$1, %ymm4, %xmm5
	vpaddq	%xmm5, %xmm4, %xmm4
	vpshufd	$238, %xmm4, %xmm5
	vpaddq	%xmm5, %xmm4, %xmm4
	vmovq	%xmm4, %rdx
	cmpq	%r11, %rax
	jne	.LBB7_13
	jmp	.LBB7_39
.Lfunc_end7:
	.size	_ZN7kernels3mvm9_digitiseB3v27B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29f, .Lfunc_end7-_ZN7kernels3mvm9_digitiseB3v27B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29f

	.weak	_ZN7kernels6random12fill_normalsB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi2E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy
	.p2align	4
	.type	_ZN7kernels6random12fill_normalsB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi2E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy,@function
_ZN7kernels6random12fill_normalsB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi2E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$104, %rsp
	movq	232(%rsp), %r12
	movq	264(%rsp), %rbx
	movq	%rsi, 8(%rsp)
	movq	216(%rsp), %rsi
	vmovups	272(%rsp), %ymm0
	vmovaps	304(%rsp), %xmm1
	movq	248(%rsp), %r14
	movq	208(%rsp), %rbp
	movq	192(%rsp), %r13
	movq	256(%rsp), %rax
	movq	%rcx, 32(%rsp)
	movq	%rdx, 16(%rsp)
	movq	184(%rsp), %rdx
	movq	%rdi, 64(%rsp)
	movq	%r9, 48(%rsp)
	movq	%r8, 40(%rsp)
	leaq	(%r12,%r12,2), %rcx
	addq	$63, %rbx
	leaq	(%rsi,%r12,8), %rdi
	sarq	$2, %rbx
	leaq	(%rsi,%rcx,4), %r15
	andq	$-16, %rbx
	leaq	(%rsi,%r12,4), %rcx
	subq	$256, %rsp
	vmovups	%xmm1, 240(%rsp)
	vmovups	%ymm0, 208(%rsp)
	movq	%rax, 192(%rsp)
	movq	%rsi, (%rsp)
	movq	%rdi, 280(%rsp)
	movq	%rdi, 112(%rsp)
	movabsq	$_ZN7kernels6random11_fill_wordsB3v15B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy, %rax
	leaq	352(%rsp), %rdi
	leaq	344(%rsp), %rsi
	movq	%r14, 184(%rsp)
	movq	%r12, 176(%rsp)
	movq	%rbp, 160(%rsp)
	movq	%r12, 152(%rsp)
	movq	%r13, 144(%rsp)
	movq	%rdx, 136(%rsp)
	movq	%r14, 128(%rsp)
	movq	%r12, 120(%rsp)
	movq	%rbp, 104(%rsp)
	movq	%r12, 96(%rsp)
	movq	%r13, 88(%rsp)
	movq	%rdx, 80(%rsp)
	movq	%r14, 72(%rsp)
	movq	%r12, 64(%rsp)
	movq	%rcx, 312(%rsp)
	movq	%rcx, 56(%rsp)
	movq	%rbp, 48(%rsp)
	movq	%r12, 40(%rsp)
	movq	%r13, 32(%rsp)
	movq	%rdx, 24(%rsp)
	movq	%r14, 16(%rsp)
	movq	%r12, 8(%rsp)
	movq	%r15, 168(%rsp)
	movq	%rbx, 200(%rsp)
	movq	%r13, %rcx
	movq	%r12, %r8
	movq	%rbp, %r9
	vzeroupper
	callq	*%rax
	addq	$256, %rsp
	testl	%eax, %eax
	jne	.LBB8_1
	movq	32(%rsp), %rcx
	movq	16(%rsp), %rdx
	movq	40(%rsp), %r8
	movq	48(%rsp), %r9
	movabsq	$_ZN7kernels6random11_box_mullerB3v18B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedEx, %rax
	leaq	80(%rsp), %rdi
	leaq	72(%rsp), %rsi
	pushq	%rbx
	pushq	%r14
	pushq	%r12
	pushq	%r15
	pushq	%rbp
	pushq	%r12
	pushq	%r13
	movq	240(%rsp), %r10
	pushq	%r10
	pushq	%r14
	pushq	%r12
	pushq	104(%rsp)
	pushq	%rbp
	pushq	%r12
	pushq	%r13
	pushq	%r10
	pushq	%r14
	pushq	%r12
	pushq	192(%rsp)
	pushq	%rbp
	pushq	%r12
	pushq	%r13
	pushq	%r10
	pushq	%r14
	pushq	%r12
	pushq	408(%rsp)
	pushq	%rbp
	pushq	%r12
	pushq	%r13
	pushq	%r10
	pushq	408(%rsp)
	pushq	408(%rsp)
	pushq	408(%rsp)
	callq	*%rax
	addq	$256, %rsp
	testl	%eax, %eax
	movq	8(%rsp), %rcx
	cmoveq	64(%rsp), %rcx
.LBB8_3:
	movq	$0, (%rcx)
	addq	$104, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.LBB8_1:
	movq	8(%rsp), %rcx
	jmp	.LBB8_3
.Lfunc_end8:
	.size	_ZN7kernels6random12fill_normalsB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi2E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy, .Lfunc_end8-_ZN7kernels6random12fill_normalsB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi2E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy

	.section	.rodata,"a",@progbits
	.p2align	6, 0x0
.LCPI9_0:
	.quad	8
	.quad	9
	.quad	10
	.quad	11
	.quad	12
	.quad	13
	.quad	14
	.quad	15
.LCPI9_1:
	.quad	0
	.quad	1
	.quad	2
	.quad	3
	.quad	4
	.quad	5
	.quad	6
	.quad	7
	.section	.rodata.cst8,"aM",@progbits,8
	.p2align	3, 0x0
.LCPI9_2:
	.quad	3528531795
.LCPI9_3:
	.quad	3449720151
.LCPI9_4:
	.quad	16
.LCPI9_6:
	.quad	4
	.section	.rodata.cst32,"aM",@progbits,32
	.p2align	5, 0x0
.LCPI9_5:
	.quad	0
	.quad	1
	.quad	2
	.quad	3
	.section	.ltext,"axl",@progbits
	.weak	_ZN7kernels6random11_fill_wordsB3v15B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy
	.p2align	4
	.type	_ZN7kernels6random11_fill_wordsB3v15B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy,@function
_ZN7kernels6random11_fill_wordsB3v15B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$152, %rsp
	movq	408(%rsp), %rbx
	movq	%rdi, 8(%rsp)
	testq	%rbx, %rbx
	jle	.LBB9_21
	movq	440(%rsp), %r8
	movq	416(%rsp), %rax
	movl	$3528531795, %edx
	movq	432(%rsp), %rbp
	movq	424(%rsp), %rsi
	movq	448(%rsp), %rcx
	leaq	-78811644(%rdx), %r10
	imulq	%r10, %r8
	xorq	%rax, %rbp
	leaq	139808216(%rax,%rdx), %r11
	leaq	-486819069(%rax,%rdx), %r9
	leaq	387276957(%rax), %r13
	leaq	527085173(%rax,%rdx), %r14
	leaq	1013904242(%rax), %r12
	shlq	$24, %rcx
	orq	456(%rsp), %rcx
	movq	%r13, -32(%rsp)
	movq	%r14, -16(%rsp)
	movq	%r9, -40(%rsp)
	movq	%r11, -56(%rsp)
	movq	%r8, %rdi
	shrq	$32, %rdi
	xorq	%rdi, %rbp
	leal	-1640531527(%rax), %edi
	imulq	%rdx, %rbp
	xorl	%edi, %r8d
	leal	1993301258(%rsi), %edi
	leaq	2027808484(%rax), %rsi
	movq	%rsi, -48(%rsp)
	movq	%rbp, %r15
	xorl	%edi, %ebp
	leaq	1401181199(%rax), %rdi
	leaq	-1113446354(%rax,%rdx), %rax
	shrq	$32, %r15
	movq	%rdi, -8(%rsp)
	movq	%rax, -24(%rsp)
	movq	376(%rsp), %rax
	cmpq	$4, %rbx
	jae	.LBB9_3
	xorl	%r14d, %r14d
.LBB9_4:
	movq	424(%rsp), %rsi
	leaq	842468239(%rsi), %rdi
	leaq	458070721(%rsi,%rdx), %r9
	leaq	-384397518(%rsi,%rdx), %rax
	movq	%rdi, -64(%rsp)
	leaq	-692762298(%rsi,%rdx), %rdi
	movq	%r9, -72(%rsp)
	leaq	1684936478(%rsi), %r9
	movq	%rax, -120(%rsp)
	movq	%rdi, -80(%rsp)
	leaq	534103459(%rsi), %rdi
	movq	%r9, -88(%rsp)
	leaq	149705941(%rsi,%rdx), %r9
	movq	%rdi, -96(%rsp)
	leaq	-1001127078(%rsi,%rdx), %rdi
	movq	%r9, -104(%rsp)
	movq	%rdi, -112(%rsp)
.LBB9_19:
	movq	%r14, %r11
	imulq	%rdx, %r11
	xorq	%rsi, %rcx
	.p2align	4
.LBB9_20:
	movl	%r11d, %edi
	movq	%r11, %rax
	shrq	$32, %rax
	xorl	-120(%rsp), %edi
	movq	%rbx, %r13
	movq	%rcx, %r9
	movq	%rbp, %rsi
	addq	%rdx, %r11
	xorq	%rcx, %rax
	movq	%r8, %rcx
	imulq	%r10, %rax
	movq	%rax, %rbx
	shrq	$32, %rbx
	xorq	%r15, %rdi
	xorl	%r12d, %eax
	xorq	%r8, %rbx
	imulq	%r10, %rdi
	movq	%r15, %r8
	imulq	%rdx, %rbx
	movq	%rdi, %r15
	shrq	$32, %r15
	xorl	-56(%rsp), %edi
	xorq	%r15, %rax
	movq	%rbx, %r15
	shrq	$32, %r15
	xorl	-64(%rsp), %ebx
	xorq	%rbp, %r15
	imulq	%rdx, %rax
	movq	%r12, %rbp
	imulq	%r10, %r15
	movq	%r15, %r12
	shrq	$32, %r12
	xorl	-48(%rsp), %r15d
	xorq	%r12, %rdi
	movq	%rax, %r12
	shrq	$32, %r12
	xorl	-72(%rsp), %eax
	xorq	%r12, %rbx
	imulq	%rdx, %rdi
	imulq	%r10, %rbx
	movq	%rbx, %r12
	shrq	$32, %r12
	xorl	-32(%rsp), %ebx
	xorq	%r12, %r15
	movq	%rdi, %r12
	shrq	$32, %r12
	xorl	-80(%rsp), %edi
	xorq	%r12, %rax
	imulq	%rdx, %r15
	imulq	%r10, %rax
	movq	%r15, %r12
	shrq	$32, %r12
	xorl	-88(%rsp), %r15d
	xorq	%r12, %rdi
	movq	%rax, %r12
	shrq	$32, %r12
	xorl	-40(%rsp), %eax
	xorq	%r12, %rbx
	imulq	%r10, %rdi
	imulq	%rdx, %rbx
	movq	%rdi, %r12
	shrq	$32, %r12
	xorl	-8(%rsp), %edi
	xorq	%r12, %rax
	movq	%rbx, %r12
	shrq	$32, %r12
	xorl	-96(%rsp), %ebx
	xorq	%r12, %r15
	imulq	%rdx, %rax
	imulq	%r10, %r15
	movq	%r15, %r12
	shrq	$32, %r12
	xorl	-16(%rsp), %r15d
	xorq	%r12, %rdi
	movq	%rax, %r12
	shrq	$32, %r12
	xorl	-104(%rsp), %eax
	xorq	%r12, %rbx
	imulq	%rdx, %rdi
	imulq	%r10, %rbx
	movq	%rbx, %r12
	shrq	$32, %r12
	xorl	-24(%rsp), %ebx
	xorq	%r12, %r15
	movq	%rdi, %r12
	shrq	$32, %r12
	xorl	-112(%rsp), %edi
	xorq	%r12, %rax
	imulq	%rdx, %r15
	imulq	%r10, %rax
	movq	%rax, %r12
	shrq	$32, %r12
	xorl	%r12d, %ebx
	movq	%r15, %r12
	shrq	$32, %r12
	xorl	%r12d, %edi
	movq	%rbp, %r12
	movq	%rsi, %rbp
	movq	208(%rsp), %rsi
	movl	%ebx, (%rsi,%r14,4)
	movq	264(%rsp), %rsi
	movq	%r13, %rbx
	movl	%eax, (%rsi,%r14,4)
	movq	320(%rsp), %rax
	movq	376(%rsp), %rsi
	movl	%edi, (%rax,%r14,4)
	movl	%r15d, (%rsi,%r14,4)
	incq	%r14
	movq	%r8, %r15
	movq	%rcx, %r8
	movq	%r9, %rcx
	cmpq	%r14, %r13
	jne	.LBB9_20
.LBB9_21:
	movq	8(%rsp), %rax
	movq	$0, (%rax)
	xorl	%eax, %eax
	addq	$152, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.LBB9_3:
	movq	%rax, %rsi
	subq	320(%rsp), %rax
	xorl	%r14d, %r14d
	cmpq	$64, %rax
	jb	.LBB9_4
	movq	264(%rsp), %r11
	movq	%rsi, %rax
	subq	%r11, %rax
	cmpq	$64, %rax
	jb	.LBB9_4
	movq	320(%rsp), %rax
	subq	%r11, %rax
	cmpq	$64, %rax
	jb	.LBB9_4
	movq	%r11, %rax
	movq	208(%rsp), %r11
	subq	%r11, %rax
	cmpq	$64, %rax
	jb	.LBB9_4
	movq	320(%rsp), %rax
	subq	%r11, %rax
	cmpq	$64, %rax
	jb	.LBB9_4
	movq	376(%rsp), %rdi
	movq	424(%rsp), %rsi
	movq	264(%rsp), %r13
	movq	%rdi, %rax
	subq	%r11, %rax
	leaq	-384397518(%rsi,%rdx), %r11
	leaq	842468239(%rsi), %r9
	movq	%r9, -64(%rsp)
	leaq	-692762298(%rsi,%rdx), %r9
	movq	%r11, -120(%rsp)
	leaq	458070721(%rsi,%rdx), %r11
	movq	%r9, -80(%rsp)
	leaq	534103459(%rsi), %r9
	movq	%r11, -72(%rsp)
	leaq	1684936478(%rsi), %r11
	movq	%r9, -96(%rsp)
	leaq	-1001127078(%rsi,%rdx), %r9
	movq	%r11, -88(%rsp)
	leaq	149705941(%rsi,%rdx), %r11
	movq	%r9, -112(%rsp)
	movq	%r11, -104(%rsp)
	cmpq	$64, %rax
	jb	.LBB9_19
	movabsq	$9223372036854775792, %r9
	movabsq	$.LCPI9_2, %r11
	cmpq	$15, %rbx
	ja	.LBB9_12
	movq	%rcx, %rax
	xorq	%rsi, %rax
	xorl	%r14d, %r14d
	movabsq	$.LCPI9_3, %r11
	movq	%rax, (%rsp)
	jmp	.LBB9_16
.LBB9_12:
	leaq	-384397518(%rsi,%rdx), %rax
	vpbroadcastq	(%r11), %zmm23
	movabsq	$.LCPI9_3, %r11
	movq	%rbx, %r14
	andq	%r9, %r14
	movq	208(%rsp), %r9
	vpbroadcastq	%r15, %zmm2
	vpbroadcastq	%r12, %zmm3
	vpbroadcastq	%rbp, %zmm4
	vpbroadcastq	(%r11), %zmm24
	vpbroadcastq	%rax, %zmm0
	movq	-56(%rsp), %rax
	vmovdqu64	%zmm0, 80(%rsp)
	vpbroadcastq	%r8, %zmm0
	vmovdqu64	%zmm0, 16(%rsp)
	vpbroadcastq	%rax, %zmm5
	leaq	842468239(%rsi), %rax
	vpbroadcastq	%rax, %zmm6
	movq	-48(%rsp), %rax
	vpbroadcastq	%rax, %zmm7
	leaq	458070721(%rsi,%rdx), %rax
	vpbroadcastq	%rax, %zmm8
	movq	-32(%rsp), %rax
	vpbroadcastq	%rax, %zmm9
	leaq	-692762298(%rsi,%rdx), %rax
	vpbroadcastq	%rax, %zmm10
	movq	-40(%rsp), %rax
	vpbroadcastq	%rax, %zmm11
	leaq	1684936478(%rsi), %rax
	vpbroadcastq	%rax, %zmm12
	movq	-8(%rsp), %rax
	vpbroadcastq	%rax, %zmm13
	leaq	534103459(%rsi), %rax
	vpbroadcastq	%rax, %zmm14
	movq	-16(%rsp), %rax
	vpbroadcastq	%rax, %zmm15
	leaq	149705941(%rsi,%rdx), %rax
	vpbroadcastq	%rax, %zmm16
	movq	-24(%rsp), %rax
	vpbroadcastq	%rax, %zmm17
	leaq	-1001127078(%rsi,%rdx), %rax
	vpbroadcastq	%rax, %zmm18
	movq	%rcx, %rax
	xorq	%rsi, %rax
	movq	%rax, (%rsp)
	vpbroadcastq	%rax, %zmm19
	movabsq	$.LCPI9_0, %rax
	vmovdqa64	(%rax), %zmm20
	movabsq	$.LCPI9_1, %rax
	vmovdqa64	(%rax), %zmm21
	movabsq	$.LCPI9_4, %rax
	vpbroadcastq	(%rax), %zmm22
	xorl	%eax, %eax
	.p2align	4
.LBB9_13:
	vpmullq	%zmm23, %zmm20, %zmm26
	vpmullq	%zmm23, %zmm21, %zmm25
	vmovdqu64	16(%rsp), %zmm0
	vmovdqu64	80(%rsp), %zmm1
	movq	320(%rsp), %rsi
	vpaddq	%zmm22, %zmm20, %zmm20
	vpaddq	%zmm22, %zmm21, %zmm21
	vpsrlq	$32, %zmm26, %zmm27
	vpsrlq	$32, %zmm25, %zmm28
	vpxorq	%zmm19, %zmm27, %zmm27
	vpxorq	%zmm19, %zmm28, %zmm28
	vpmullq	%zmm24, %zmm27, %zmm27
	vpmullq	%zmm24, %zmm28, %zmm28
	vpsrlq	$32, %zmm27, %zmm30
	vpsrlq	$32, %zmm28, %zmm29
	vpternlogq	$150, %zmm1, %zmm2, %zmm25
	vpternlogq	$150, %zmm1, %zmm2, %zmm26
	vpxorq	%zmm0, %zmm30, %zmm30
	vpxorq	%zmm0, %zmm29, %zmm29
	vpmuludq	%zmm24, %zmm25, %zmm25
	vpmuludq	%zmm24, %zmm26, %zmm26
	vpmuludq	%zmm23, %zmm30, %zmm30
	vpmuludq	%zmm23, %zmm29, %zmm29
	vpsrlq	$32, %zmm26, %zmm31
	vpsrlq	$32, %zmm25, %zmm0
	vpsrlq	$32, %zmm30, %zmm1
	vpternlogq	$150, %zmm3, %zmm28, %zmm0
	vpternlogq	$150, %zmm3, %zmm27, %zmm31
	vpsrlq	$32, %zmm29, %zmm27
	vpxorq	%zmm4, %zmm1, %zmm28
	vpxorq	%zmm4, %zmm27, %zmm27
	vpmuludq	%zmm23, %zmm31, %zmm31
	vpmuludq	%zmm23, %zmm0, %zmm0
	vpmuludq	%zmm24, %zmm28, %zmm28
	vpmuludq	%zmm24, %zmm27, %zmm27
	vpsrlq	$32, %zmm28, %zmm1
	vpternlogq	$150, %zmm5, %zmm26, %zmm1
	vpsrlq	$32, %zmm27, %zmm26
	vpternlogq	$150, %zmm5, %zmm25, %zmm26
	vpsrlq	$32, %zmm31, %zmm25
	vpmuludq	%zmm23, %zmm1, %zmm1
	vpternlogq	$150, %zmm6, %zmm30, %zmm25
	vpsrlq	$32, %zmm0, %zmm30
	vpmuludq	%zmm23, %zmm26, %zmm26
	vpternlogq	$150, %zmm6, %zmm29, %zmm30
	vpmuludq	%zmm24, %zmm25, %zmm25
	vpmuludq	%zmm24, %zmm30, %zmm29
	vpsrlq	$32, %zmm29, %zmm30
	vpternlogq	$150, %zmm7, %zmm27, %zmm30
	vpsrlq	$32, %zmm25, %zmm27
	vpternlogq	$150, %zmm7, %zmm28, %zmm27
	vpsrlq	$32, %zmm26, %zmm28
	vpmuludq	%zmm23, %zmm30, %zmm30
	vpternlogq	$150, %zmm8, %zmm0, %zmm28
	vpsrlq	$32, %zmm1, %zmm0
	vpmuludq	%zmm23, %zmm27, %zmm27
	vpternlogq	$150, %zmm8, %zmm31, %zmm0
	vpmuludq	%zmm24, %zmm28, %zmm28
	vpmuludq	%zmm24, %zmm0, %zmm0
	vpsrlq	$32, %zmm0, %zmm31
	vpternlogq	$150, %zmm9, %zmm25, %zmm31
	vpsrlq	$32, %zmm28, %zmm25
	vpternlogq	$150, %zmm9, %zmm29, %zmm25
	vpsrlq	$32, %zmm27, %zmm29
	vpternlogq	$150, %zmm10, %zmm1, %zmm29
	vpsrlq	$32, %zmm30, %zmm1
	vpmuludq	%zmm23, %zmm25, %zmm25
	vpternlogq	$150, %zmm10, %zmm26, %zmm1
	vpmuludq	%zmm24, %zmm29, %zmm29
	vpmuludq	%zmm23, %zmm31, %zmm26
	vpmuludq	%zmm24, %zmm1, %zmm1
	vpsrlq	$32, %zmm1, %zmm31
	vpternlogq	$150, %zmm11, %zmm28, %zmm31
	vpsrlq	$32, %zmm29, %zmm28
	vpternlogq	$150, %zmm11, %zmm0, %zmm28
	vpsrlq	$32, %zmm25, %zmm0
	vpternlogq	$150, %zmm12, %zmm30, %zmm0
	vpsrlq	$32, %zmm26, %zmm30
	vpternlogq	$150, %zmm12, %zmm27, %zmm30
	vpmuludq	%zmm24, %zmm0, %zmm0
	vpmuludq	%zmm23, %zmm28, %zmm27
	vpmuludq	%zmm23, %zmm31, %zmm28
	vpmuludq	%zmm24, %zmm30, %zmm30
	vpsrlq	$32, %zmm30, %zmm31
	vpternlogq	$150, %zmm13, %zmm29, %zmm31
	vpsrlq	$32, %zmm0, %zmm29
	vpternlogq	$150, %zmm13, %zmm1, %zmm29
	vpsrlq	$32, %zmm27, %zmm1
	vpternlogq	$150, %zmm14, %zmm26, %zmm1
	vpsrlq	$32, %zmm28, %zmm26
	vpternlogq	$150, %zmm14, %zmm25, %zmm26
	vpmuludq	%zmm24, %zmm1, %zmm1
	vpmuludq	%zmm23, %zmm29, %zmm25
	vpmuludq	%zmm23, %zmm31, %zmm29
	vpmuludq	%zmm24, %zmm26, %zmm26
	vpsrlq	$32, %zmm26, %zmm31
	vpternlogq	$150, %zmm15, %zmm0, %zmm31
	vpsrlq	$32, %zmm1, %zmm0
	vpternlogq	$150, %zmm15, %zmm30, %zmm0
	vpsrlq	$32, %zmm25, %zmm30
	vpternlogq	$150, %zmm16, %zmm28, %zmm30
	vpsrlq	$32, %zmm29, %zmm28
	vpmuludq	%zmm23, %zmm0, %zmm0
	vpternlogq	$150, %zmm16, %zmm27, %zmm28
	vpmuludq	%zmm24, %zmm30, %zmm30
	vpmuludq	%zmm23, %zmm31, %zmm27
	vpmuludq	%zmm24, %zmm28, %zmm28
	vpsrlq	$32, %zmm28, %zmm31
	vpternlogq	$150, %zmm1, %zmm17, %zmm31
	vpsrlq	$32, %zmm30, %zmm1
	vpternlogq	$150, %zmm26, %zmm17, %zmm1
	vpsrlq	$32, %zmm0, %zmm26
	vpmovqd	%zmm0, %ymm0
	vpternlogq	$150, %zmm29, %zmm18, %zmm26
	vpsrlq	$32, %zmm27, %zmm29
	vpmovqd	%zmm1, %ymm1
	vpternlogq	$150, %zmm25, %zmm18, %zmm29
	vpmovqd	%zmm31, %ymm25
	vinserti64x4	$1, %ymm25, %zmm1, %zmm1
	vpmovqd	%zmm28, %ymm25
	vmovdqu64	%zmm1, (%r9,%rax,4)
	vpmovqd	%zmm30, %ymm1
	vinserti64x4	$1, %ymm25, %zmm1, %zmm1
	vpmovqd	%zmm26, %ymm25
	vmovdqu64	%zmm1, (%r13,%rax,4)
	vpmovqd	%zmm29, %ymm1
	vinserti64x4	$1, %ymm25, %zmm1, %zmm1
	vmovdqu64	%zmm1, (%rsi,%rax,4)
	vpmovqd	%zmm27, %ymm1
	vinserti64x4	$1, %ymm0, %zmm1, %zmm0
	vmovdqu64	%zmm0, (%rdi,%rax,4)
	addq	$16, %rax
	cmpq	%rax, %r14
	jne	.LBB9_13
	movq	424(%rsp), %rsi
	movabsq	$9223372036854775792, %r9
	cmpq	%r14, %rbx
	je	.LBB9_21
	testb	$12, %bl
	je	.LBB9_19
.LBB9_16:
	addq	$12, %r9
	movq	%r14, %rax
	vpbroadcastq	%r14, %ymm0
	vpbroadcastq	(%r11), %ymm3
	movq	-56(%rsp), %r11
	movabsq	$.LCPI9_5, %rdi
	movq	(%rsp), %rsi
	vpbroadcastq	%r8, %ymm6
	vpbroadcastq	%r15, %ymm7
	vpbroadcastq	%r12, %ymm8
	vpbroadcastq	%rbp, %ymm9
	movq	%r9, %r14
	movq	-120(%rsp), %r9
	vpor	(%rdi), %ymm0, %ymm0
	movabsq	$.LCPI9_2, %rdi
	andq	%rbx, %r14
	vpbroadcastq	(%rdi), %ymm2
	movabsq	$.LCPI9_6, %rdi
	vpbroadcastq	(%rdi), %ymm4
	movq	376(%rsp), %rdi
	vpbroadcastq	%r11, %ymm10
	movq	-48(%rsp), %r11
	vpbroadcastq	%rsi, %ymm1
	vpbroadcastq	%r9, %ymm5
	movq	-64(%rsp), %r9
	vpbroadcastq	%r11, %ymm12
	movq	-32(%rsp), %r11
	vpbroadcastq	%r9, %ymm11
	movq	-72(%rsp), %r9
	vpbroadcastq	%r11, %ymm14
	movq	-40(%rsp), %r11
	vpbroadcastq	%r9, %ymm13
	movq	-80(%rsp), %r9
	vpbroadcastq	%r11, %ymm16
	movq	-8(%rsp), %r11
	vpbroadcastq	%r9, %ymm15
	movq	-88(%rsp), %r9
	vpbroadcastq	%r11, %ymm18
	movq	-16(%rsp), %r11
	vpbroadcastq	%r9, %ymm17
	movq	-96(%rsp), %r9
	vpbroadcastq	%r11, %ymm20
	movq	-24(%rsp), %r11
	vpbroadcastq	%r9, %ymm19
	movq	-104(%rsp), %r9
	vpbroadcastq	%r11, %ymm22
	vpbroadcastq	%r9, %ymm21
	movq	-112(%rsp), %r9
	vpbroadcastq	%r9, %ymm23
	movq	208(%rsp), %r9
	.p2align	4
.LBB9_17:
	vpmullq	%ymm2, %ymm0, %ymm24
	movq	320(%rsp), %rsi
	vpaddq	%ymm4, %ymm0, %ymm0
	vpsrlq	$32, %ymm24, %ymm25
	vpternlogq	$150, %ymm5, %ymm7, %ymm24
	vpxorq	%ymm1, %ymm25, %ymm25
	vpmuludq	%ymm3, %ymm24, %ymm24
	vpmullq	%ymm3, %ymm25, %ymm25
	vpsrlq	$32, %ymm24, %ymm27
	vpsrlq	$32, %ymm25, %ymm26
	vpternlogq	$150, %ymm8, %ymm25, %ymm27
	vpxorq	%ymm6, %ymm26, %ymm26
	vpmuludq	%ymm2, %ymm27, %ymm27
	vpmuludq	%ymm2, %ymm26, %ymm26
	vpsrlq	$32, %ymm26, %ymm25
	vpxorq	%ymm9, %ymm25, %ymm25
	vpmuludq	%ymm3, %ymm25, %ymm25
	vpsrlq	$32, %ymm25, %ymm28
	vpternlogq	$150, %ymm10, %ymm24, %ymm28
	vpsrlq	$32, %ymm27, %ymm24
	vpternlogq	$150, %ymm11, %ymm26, %ymm24
	vpmuludq	%ymm2, %ymm28, %ymm26
	vpmuludq	%ymm3, %ymm24, %ymm24
	vpsrlq	$32, %ymm24, %ymm28
	vpternlogq	$150, %ymm12, %ymm25, %ymm28
	vpsrlq	$32, %ymm26, %ymm25
	vpternlogq	$150, %ymm13, %ymm27, %ymm25
	vpmuludq	%ymm2, %ymm28, %ymm27
	vpmuludq	%ymm3, %ymm25, %ymm25
	vpsrlq	$32, %ymm25, %ymm28
	vpternlogq	$150, %ymm14, %ymm24, %ymm28
	vpsrlq	$32, %ymm27, %ymm24
	vpternlogq	$150, %ymm15, %ymm26, %ymm24
	vpmuludq	%ymm2, %ymm28, %ymm26
	vpmuludq	%ymm3, %ymm24, %ymm24
	vpsrlq	$32, %ymm24, %ymm28
	vpternlogq	$150, %ymm16, %ymm25, %ymm28
	vpsrlq	$32, %ymm26, %ymm25
	vpternlogq	$150, %ymm17, %ymm27, %ymm25
	vpmuludq	%ymm2, %ymm28, %ymm27
	vpmuludq	%ymm3, %ymm25, %ymm25
	vpsrlq	$32, %ymm25, %ymm28
	vpternlogq	$150, %ymm18, %ymm24, %ymm28
	vpsrlq	$32, %ymm27, %ymm24
	vpternlogq	$150, %ymm19, %ymm26, %ymm24
	vpmuludq	%ymm2, %ymm28, %ymm26
	vpmuludq	%ymm3, %ymm24, %ymm24
	vpsrlq	$32, %ymm24, %ymm28
	vpternlogq	$150, %ymm20, %ymm25, %ymm28
	vpsrlq	$32, %ymm26, %ymm25
	vpternlogq	$150, %ymm21, %ymm27, %ymm25
	vpmuludq	%ymm2, %ymm28, %ymm27
	vpmuludq	%ymm3, %ymm25, %ymm25
	vpsrlq	$32, %ymm27, %ymm29
	vpsrlq	$32, %ymm25, %ymm28
	vpternlogq	$150, %ymm26, %ymm23, %ymm29
	vpternlogq	$150, %ymm24, %ymm22, %ymm28
	vpmovqd	%ymm28, (%r9,%rax,4)
	vpmovqd	%ymm25, (%r13,%rax,4)
	vpmovqd	%ymm29, (%rsi,%rax,4)
	vpmovqd	%ymm27, (%rdi,%rax,4)
	addq	$4, %rax
	cmpq	%rax, %r14
	jne	.LBB9_17
	movq	424(%rsp), %rsi
	cmpq	%r14, %rbx
	jne	.LBB9_19
	jmp	.LBB9_21
.Lfunc_end9:
	.size	_ZN7kernels6random11_fill_wordsB3v15B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy, .Lfunc_end9-_ZN7kernels6random11_fill_wordsB3v15B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2, 0x0
.LCPI10_0:
	.long	0x3f000000
.LCPI10_1:
	.long	0x2f800000
.LCPI10_3:
	.long	4286578688
.LCPI10_4:
	.long	0xbf800000
.LCPI10_5:
	.long	0x3f800000
.LCPI10_6:
	.long	0x7fffffff
.LCPI10_7:
	.long	0x40747a1a
.LCPI10_8:
	.long	0xc17183a8
.LCPI10_9:
	.long	0x42283c1a
.LCPI10_10:
	.long	0xc2996966
.LCPI10_11:
	.long	0x42a335e3
.LCPI10_12:
	.long	0xc2255de7
.LCPI10_13:
	.long	0x40c90fdb
.LCPI10_14:
	.long	0x3e800000
.LCPI10_15:
	.long	0x80000000
.LCPI10_16:
	.long	0x3f317218
.LCPI10_17:
	.long	0x3e638e39
.LCPI10_18:
	.long	0x3e924925
.LCPI10_19:
	.long	0x3ecccccd
.LCPI10_20:
	.long	0x3f2aaaab
.LCPI10_21:
	.long	0x40000000
.LCPI10_22:
	.long	0xc0000000
	.section	.rodata.cst8,"aM",@progbits,8
	.p2align	3, 0x0
.LCPI10_2:
	.quad	-1060439283
	.section	.rodata,"a",@progbits
	.p2align	6, 0x0
.LCPI10_23:
	.zero	4
	.zero	4
	.long	0
	.long	16
	.zero	4
	.zero	4
	.long	1
	.long	17
	.zero	4
	.zero	4
	.long	2
	.long	18
	.zero	4
	.zero	4
	.long	3
	.long	19
.LCPI10_24:
	.long	0
	.long	16
	.zero	4
	.zero	4
	.long	1
	.long	17
	.zero	4
	.zero	4
	.long	2
	.long	18
	.zero	4
	.zero	4
	.long	3
	.long	19
	.zero	4
	.zero	4
.LCPI10_25:
	.zero	4
	.zero	4
	.long	4
	.long	20
	.zero	4
	.zero	4
	.long	5
	.long	21
	.zero	4
	.zero	4
	.long	6
	.long	22
	.zero	4
	.zero	4
	.long	7
	.long	23
.LCPI10_26:
	.long	4
	.long	20
	.zero	4
	.zero	4
	.long	5
	.long	21
	.zero	4
	.zero	4
	.long	6
	.long	22
	.zero	4
	.zero	4
	.long	7
	.long	23
	.zero	4
	.zero	4
.LCPI10_27:
	.zero	4
	.zero	4
	.long	8
	.long	24
	.zero	4
	.zero	4
	.long	9
	.long	25
	.zero	4
	.zero	4
	.long	10
	.long	26
	.zero	4
	.zero	4
	.long	11
	.long	27
.LCPI10_28:
	.long	8
	.long	24
	.zero	4
	.zero	4
	.long	9
	.long	25
	.zero	4
	.zero	4
	.long	10
	.long	26
	.zero	4
	.zero	4
	.long	11
	.long	27
	.zero	4
	.zero	4
.LCPI10_29:
	.zero	4
	.zero	4
	.long	12
	.long	28
	.zero	4
	.zero	4
	.long	13
	.long	29
	.zero	4
	.zero	4
	.long	14
	.long	30
	.zero	4
	.zero	4
	.long	15
	.long	31
.LCPI10_30:
	.long	12
	.long	28
	.zero	4
	.zero	4
	.long	13
	.long	29
	.zero	4
	.zero	4
	.long	14
	.long	30
	.zero	4
	.zero	4
	.long	15
	.long	31
	.zero	4
	.zero	4
.LCPI10_31:
	.long	0
	.long	4
	.long	16
	.long	20
	.long	1
	.long	5
	.long	17
	.long	21
	.long	10
	.long	14
	.long	26
	.long	30
	.long	11
	.long	15
	.long	27
	.long	31
	.section	.ltext,"axl",@progbits
	.weak	_ZN7kernels6random11_box_mullerB3v18B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedEx
	.p2align	4
	.type	_ZN7kernels6random11_box_mullerB3v18B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedEx,@function
_ZN7kernels6random11_box_mullerB3v18B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedEx:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$792, %rsp
	movq	1096(%rsp), %r10
	movq	%rdi, %r15
	testq	%r10, %r10
	jle	.LBB10_19
	movq	1072(%rsp), %rcx
	movq	1016(%rsp), %rdx
	movq	960(%rsp), %rsi
	movq	904(%rsp), %r8
	movq	848(%rsp), %r9
	movabsq	$.LCPI10_0, %r12
	movabsq	$.LCPI10_1, %r13
	movabsq	$.LCPI10_4, %rbp
	movabsq	$.LCPI10_5, %rbx
	movabsq	$.LCPI10_16, %r14
	cmpq	$4, %r10
	jae	.LBB10_3
	xorl	%eax, %eax
	jmp	.LBB10_17
.LBB10_3:
	movq	%r10, %r11
	shlq	$4, %r11
	leaq	12(%r9), %rbx
	xorl	%eax, %eax
	leaq	-4(%r9,%r11), %r14
	cmpq	%rbx, %r14
	jb	.LBB10_16
	leaq	-8(%r9,%r11), %r14
	leaq	8(%r9), %rbx
	cmpq	%rbx, %r14
	jb	.LBB10_16
	leaq	-16(%r9,%r11), %rbx
	movabsq	$.LCPI10_16, %r14
	cmpq	%r9, %rbx
	jb	.LBB10_27
	movabsq	$1152921504606846976, %rbx
	cmpq	%rbx, %r10
	ja	.LBB10_27
	leaq	-12(%r9,%r11), %r14
	leaq	4(%r9), %rbx
	cmpq	%rbx, %r14
	movabsq	$.LCPI10_16, %r14
	movabsq	$.LCPI10_5, %rbx
	jb	.LBB10_17
	addq	%r9, %r11
	leaq	(%r8,%r10,4), %rax
	movq	%r15, -120(%rsp)
	leaq	(%rsi,%r10,4), %r15
	leaq	(%rdx,%r10,4), %r13
	leaq	(%rcx,%r10,4), %rdi
	cmpq	%r11, %r8
	setb	%bl
	cmpq	%rax, %r9
	setb	%r14b
	cmpq	%r11, %rsi
	setb	%bpl
	cmpq	%r15, %r9
	setb	%r15b
	cmpq	%r11, %rdx
	setb	%r12b
	cmpq	%r13, %r9
	setb	%r13b
	cmpq	%r11, %rcx
	setb	%r11b
	cmpq	%rdi, %r9
	setb	%dil
	xorl	%eax, %eax
	testb	%dil, %r11b
	jne	.LBB10_14
	andb	%r13b, %r12b
	jne	.LBB10_14
	andb	%r14b, %bl
	movabsq	$.LCPI10_0, %r12
	movabsq	$.LCPI10_1, %r13
	jne	.LBB10_28
	andb	%r15b, %bpl
	movq	-120(%rsp), %r15
	movabsq	$.LCPI10_4, %rbp
	movabsq	$.LCPI10_5, %rbx
	movabsq	$.LCPI10_16, %r14
	jne	.LBB10_17
	movabsq	$2305843009213693936, %rdi
	movabsq	$.LCPI10_2, %r11
	cmpq	$16, %r10
	jae	.LBB10_20
	xorl	%eax, %eax
	jmp	.LBB10_24
.LBB10_14:
	movq	-120(%rsp), %r15
	movabsq	$.LCPI10_0, %r12
	movabsq	$.LCPI10_1, %r13
.LBB10_15:
	movabsq	$.LCPI10_4, %rbp
.LBB10_16:
	movabsq	$.LCPI10_5, %rbx
	movabsq	$.LCPI10_16, %r14
.LBB10_17:
	movabsq	$.LCPI10_18, %r11
	vmovss	(%rbx), %xmm3
	movabsq	$.LCPI10_17, %rbx
	vmovss	(%r12), %xmm0
	vmovss	(%r13), %xmm1
	vmovss	(%rbp), %xmm2
	vmovss	(%r14), %xmm4
	movq	%rax, %rdi
	shlq	$4, %rdi
	vxorps	%xmm21, %xmm21, %xmm21
	vmovss	(%r11), %xmm6
	movabsq	$.LCPI10_20, %r11
	vmovss	(%rbx), %xmm5
	movabsq	$.LCPI10_19, %rbx
	leaq	12(%r9,%rdi), %r9
	vmovss	(%r11), %xmm8
	movabsq	$.LCPI10_22, %r11
	vmovss	(%rbx), %xmm7
	movabsq	$.LCPI10_21, %rbx
	vmovss	(%r11), %xmm10
	movabsq	$.LCPI10_7, %r11
	vmovss	(%rbx), %xmm9
	movabsq	$.LCPI10_6, %rbx
	vmovss	(%r11), %xmm12
	movabsq	$.LCPI10_9, %r11
	vbroadcastss	(%rbx), %xmm11
	movabsq	$.LCPI10_8, %rbx
	vmovss	(%r11), %xmm14
	movabsq	$.LCPI10_11, %r11
	vmovss	(%rbx), %xmm13
	movabsq	$.LCPI10_10, %rbx
	vmovss	(%r11), %xmm16
	movabsq	$.LCPI10_13, %r11
	vmovss	(%rbx), %xmm15
	movabsq	$.LCPI10_12, %rbx
	vmovss	(%r11), %xmm18
	movabsq	$.LCPI10_15, %r11
	vmovss	(%rbx), %xmm17
	movabsq	$.LCPI10_14, %rbx
	vbroadcastss	(%r11), %xmm20
	vmovss	(%rbx), %xmm19
	.p2align	4
.LBB10_18:
	vcvtusi2ssl	(%r8,%rax,4), %xmm31, %xmm22
	vcvtsi2ssl	(%rsi,%rax,4), %xmm31, %xmm23
	vcvtusi2ssl	(%rdx,%rax,4), %xmm31, %xmm24
	vcvtsi2ssl	(%rcx,%rax,4), %xmm31, %xmm25
	incq	%rax
	vaddss	%xmm0, %xmm22, %xmm22
	vmulss	%xmm1, %xmm23, %xmm23
	vaddss	%xmm0, %xmm24, %xmm24
	vmulss	%xmm1, %xmm25, %xmm25
	vmulss	%xmm1, %xmm22, %xmm22
	vmulss	%xmm1, %xmm24, %xmm24
	vcmpless	%xmm23, %xmm21, %k1
	vmovd	%xmm22, %edi
	leaq	-1060439283(%rdi), %r11
	movl	%r11d, %ebx
	andl	$-8388608, %ebx
	sarq	$23, %r11
	subl	%ebx, %edi
	vcvtsi2ss	%r11, %xmm31, %xmm27
	vmovd	%edi, %xmm22
	vmovd	%xmm24, %edi
	vaddss	%xmm2, %xmm22, %xmm26
	vaddss	%xmm3, %xmm22, %xmm22
	leaq	-1060439283(%rdi), %r11
	vmulss	%xmm4, %xmm27, %xmm27
	movl	%r11d, %ebx
	andl	$-8388608, %ebx
	sarq	$23, %r11
	subl	%ebx, %edi
	vdivss	%xmm22, %xmm26, %xmm22
	vmovd	%edi, %xmm24
	vmulss	%xmm22, %xmm22, %xmm26
	vmulss	%xmm5, %xmm26, %xmm28
	vaddss	%xmm6, %xmm28, %xmm28
	vmulss	%xmm28, %xmm26, %xmm28
	vaddss	%xmm7, %xmm28, %xmm28
	vmulss	%xmm28, %xmm26, %xmm28
	vaddss	%xmm8, %xmm28, %xmm28
	vmulss	%xmm28, %xmm26, %xmm26
	vaddss	%xmm9, %xmm26, %xmm26
	vmulss	%xmm26, %xmm22, %xmm22
	vaddss	%xmm22, %xmm27, %xmm22
	vmulss	%xmm10, %xmm22, %xmm22
	vsqrtss	%xmm22, %xmm22, %xmm26
	vandps	%xmm11, %xmm23, %xmm22
	vsubss	%xmm22, %xmm0, %xmm27
	vminss	%xmm22, %xmm27, %xmm27
	vsubss	%xmm22, %xmm19, %xmm22
	vmulss	%xmm27, %xmm27, %xmm28
	vmulss	%xmm12, %xmm28, %xmm29
	vaddss	%xmm13, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm14, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm15, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm16, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm17, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm28
	vaddss	%xmm18, %xmm28, %xmm28
	vmulss	%xmm28, %xmm27, %xmm27
	vmulss	%xmm22, %xmm22, %xmm28
	vmulss	%xmm12, %xmm28, %xmm29
	vaddss	%xmm13, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm14, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm15, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm16, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm17, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm28
	vaddss	%xmm18, %xmm28, %xmm28
	vmulss	%xmm28, %xmm22, %xmm22
	vxorps	%xmm20, %xmm27, %xmm28
	vmovss	%xmm27, %xmm28, %xmm28 {%k1}
	vcvtsi2ss	%r11, %xmm31, %xmm27
	vcmpless	%xmm25, %xmm21, %k1
	vmulss	%xmm28, %xmm26, %xmm23
	vmulss	%xmm22, %xmm26, %xmm22
	vaddss	%xmm2, %xmm24, %xmm26
	vaddss	%xmm3, %xmm24, %xmm24
	vmulss	%xmm4, %xmm27, %xmm27
	vdivss	%xmm24, %xmm26, %xmm24
	vmovss	%xmm22, -12(%r9)
	vmovss	%xmm23, -8(%r9)
	vmulss	%xmm24, %xmm24, %xmm26
	vmulss	%xmm5, %xmm26, %xmm28
	vaddss	%xmm6, %xmm28, %xmm28
	vmulss	%xmm28, %xmm26, %xmm28
	vaddss	%xmm7, %xmm28, %xmm28
	vmulss	%xmm28, %xmm26, %xmm28
	vaddss	%xmm8, %xmm28, %xmm28
	vmulss	%xmm28, %xmm26, %xmm26
	vaddss	%xmm9, %xmm26, %xmm26
	vmulss	%xmm26, %xmm24, %xmm24
	vandps	%xmm11, %xmm25, %xmm26
	vaddss	%xmm24, %xmm27, %xmm24
	vsubss	%xmm26, %xmm0, %xmm27
	vminss	%xmm26, %xmm27, %xmm27
	vsubss	%xmm26, %xmm19, %xmm26
	vmulss	%xmm10, %xmm24, %xmm24
	vmulss	%xmm27, %xmm27, %xmm28
	vsqrtss	%xmm24, %xmm24, %xmm24
	vmulss	%xmm12, %xmm28, %xmm29
	vaddss	%xmm13, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm14, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm15, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm16, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm17, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm28
	vaddss	%xmm18, %xmm28, %xmm28
	vmulss	%xmm28, %xmm27, %xmm27
	vmulss	%xmm26, %xmm26, %xmm28
	vmulss	%xmm12, %xmm28, %xmm29
	vaddss	%xmm13, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm14, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm15, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm16, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm29
	vaddss	%xmm17, %xmm29, %xmm29
	vmulss	%xmm29, %xmm28, %xmm28
	vaddss	%xmm18, %xmm28, %xmm28
	vmulss	%xmm28, %xmm26, %xmm26
	vxorps	%xmm20, %xmm27, %xmm28
	vmovss	%xmm27, %xmm28, %xmm28 {%k1}
	vmulss	%xmm26, %xmm24, %xmm26
	vmulss	%xmm28, %xmm24, %xmm24
	vmovss	%xmm26, -4(%r9)
	vmovss	%xmm24, (%r9)
	addq	$16, %r9
	cmpq	%rax, %r10
	jne	.LBB10_18
.LBB10_19:
	movq	$0, (%r15)
	xorl	%eax, %eax
	addq	$792, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.LBB10_20:
	movabsq	$.LCPI10_23, %rdi
	vbroadcastss	(%r12), %zmm0
	vbroadcastss	(%r13), %zmm9
	leaq	(,%r10,4), %rax
	vxorps	%xmm27, %xmm27, %xmm27
	vmovapd	(%rdi), %zmm1
	movabsq	$.LCPI10_24, %rdi
	vmovaps	(%rdi), %zmm2
	movabsq	$.LCPI10_25, %rdi
	andq	$-64, %rax
	vmovaps	(%rdi), %zmm3
	movabsq	$.LCPI10_26, %rdi
	vmovupd	%zmm1, 528(%rsp)
	vmovups	%zmm2, 464(%rsp)
	vmovaps	(%rdi), %zmm2
	movabsq	$.LCPI10_27, %rdi
	vmovups	%zmm3, 400(%rsp)
	vmovaps	(%rdi), %zmm3
	movabsq	$.LCPI10_28, %rdi
	vmovups	%zmm2, 336(%rsp)
	vmovaps	(%rdi), %zmm2
	movabsq	$.LCPI10_29, %rdi
	vmovups	%zmm3, 272(%rsp)
	vmovaps	(%rdi), %zmm3
	movabsq	$.LCPI10_30, %rdi
	vmovups	%zmm2, 208(%rsp)
	vmovaps	(%rdi), %zmm2
	movq	%r11, %rdi
	vpbroadcastq	(%rdi), %zmm10
	movabsq	$.LCPI10_3, %rdi
	xorl	%r11d, %r11d
	vmovups	%zmm3, 144(%rsp)
	vbroadcastss	(%rdi), %zmm3
	movabsq	$.LCPI10_7, %rdi
	vbroadcastss	(%rdi), %zmm14
	movabsq	$.LCPI10_8, %rdi
	vbroadcastss	(%rdi), %zmm15
	movabsq	$.LCPI10_9, %rdi
	vbroadcastss	(%rdi), %zmm16
	movabsq	$.LCPI10_10, %rdi
	vbroadcastss	(%rdi), %zmm17
	movabsq	$.LCPI10_11, %rdi
	vbroadcastss	(%rdi), %zmm18
	movabsq	$.LCPI10_12, %rdi
	vbroadcastss	(%rdi), %zmm19
	movabsq	$.LCPI10_13, %rdi
	vbroadcastss	(%rdi), %zmm20
	movabsq	$.LCPI10_14, %rdi
	vmovups	%zmm2, 80(%rsp)
	vbroadcastss	(%rdi), %zmm2
	movabsq	$.LCPI10_6, %rdi
	vmovups	%zmm3, 16(%rsp)
	vbroadcastss	(%rdi), %zmm3
	movabsq	$.LCPI10_15, %rdi
	vmovups	%zmm2, -48(%rsp)
	vbroadcastss	(%rdi), %zmm2
	movabsq	$.LCPI10_17, %rdi
	vmovups	%zmm3, -112(%rsp)
	vbroadcastss	(%rdi), %zmm3
	movabsq	$.LCPI10_18, %rdi
	vmovups	-112(%rsp), %zmm26
	vmovups	-48(%rsp), %zmm24
	vmovups	%zmm2, 720(%rsp)
	vbroadcastss	(%rdi), %zmm2
	movabsq	$.LCPI10_19, %rdi
	vbroadcastss	(%rdi), %zmm30
	movabsq	$.LCPI10_20, %rdi
	vmovups	720(%rsp), %zmm25
	vbroadcastss	(%rdi), %zmm31
	movabsq	$.LCPI10_21, %rdi
	vmovups	%zmm3, 656(%rsp)
	vbroadcastss	(%rdi), %zmm29
	movabsq	$.LCPI10_22, %rdi
	vbroadcastss	(%rdi), %zmm28
	vmovups	%zmm2, 592(%rsp)
	.p2align	4
.LBB10_21:
	vcvtudq2ps	(%r8,%r11), %zmm1
	vcvtdq2ps	(%rsi,%r11), %zmm2
	vmovdqu64	16(%rsp), %zmm21
	vbroadcastss	(%rbp), %zmm22
	vbroadcastss	(%rbx), %zmm23
	vaddps	%zmm0, %zmm1, %zmm1
	vmulps	%zmm9, %zmm2, %zmm5
	vmulps	%zmm9, %zmm1, %zmm1
	vandps	%zmm26, %zmm5, %zmm11
	vcmpleps	%zmm5, %zmm27, %k1
	vextractf64x4	$1, %zmm1, %ymm2
	vpmovzxdq	%ymm1, %zmm3
	vpmovzxdq	%ymm2, %zmm2
	vpaddq	%zmm10, %zmm3, %zmm3
	vpmovqd	%zmm3, %ymm4
	vpsraq	$23, %zmm3, %zmm3
	vpaddq	%zmm10, %zmm2, %zmm2
	vcvtqq2ps	%zmm3, %ymm3
	vpmovqd	%zmm2, %ymm6
	vpsraq	$23, %zmm2, %zmm2
	vcvtqq2ps	%zmm2, %ymm2
	vinsertf64x4	$1, %ymm2, %zmm3, %zmm2
	vinserti64x4	$1, %ymm6, %zmm4, %zmm4
	vsubps	%zmm11, %zmm0, %zmm6
	vpandd	%zmm21, %zmm4, %zmm4
	vpsubd	%zmm4, %zmm1, %zmm1
	vminps	%zmm11, %zmm6, %zmm6
	vaddps	%zmm22, %zmm1, %zmm4
	vaddps	%zmm23, %zmm1, %zmm1
	vmulps	%zmm6, %zmm6, %zmm7
	vdivps	%zmm1, %zmm4, %zmm1
	vsubps	%zmm11, %zmm24, %zmm4
	vmulps	%zmm14, %zmm7, %zmm8
	vmulps	%zmm4, %zmm4, %zmm11
	vaddps	%zmm15, %zmm8, %zmm8
	vmulps	%zmm8, %zmm7, %zmm8
	vaddps	%zmm16, %zmm8, %zmm8
	vmulps	%zmm1, %zmm1, %zmm3
	vmulps	%zmm8, %zmm7, %zmm8
	vaddps	%zmm17, %zmm8, %zmm8
	vmulps	%zmm8, %zmm7, %zmm8
	vaddps	%zmm18, %zmm8, %zmm8
	vmulps	%zmm8, %zmm7, %zmm8
	vaddps	%zmm19, %zmm8, %zmm8
	vmulps	%zmm8, %zmm7, %zmm7
	vmulps	%zmm14, %zmm11, %zmm8
	vaddps	%zmm15, %zmm8, %zmm8
	vaddps	%zmm20, %zmm7, %zmm7
	vmulps	%zmm8, %zmm11, %zmm8
	vmulps	%zmm7, %zmm6, %zmm6
	vaddps	%zmm16, %zmm8, %zmm8
	vxorps	%zmm25, %zmm6, %zmm5
	vmovaps	%zmm6, %zmm5 {%k1}
	vcvtudq2ps	(%rdx,%r11), %zmm6
	vmulps	%zmm8, %zmm11, %zmm8
	vaddps	%zmm17, %zmm8, %zmm8
	vmulps	%zmm8, %zmm11, %zmm8
	vaddps	%zmm0, %zmm6, %zmm6
	vaddps	%zmm18, %zmm8, %zmm8
	vmulps	%zmm9, %zmm6, %zmm6
	vmulps	%zmm8, %zmm11, %zmm8
	vextractf64x4	$1, %zmm6, %ymm12
	vaddps	%zmm19, %zmm8, %zmm8
	vmulps	%zmm8, %zmm11, %zmm7
	vpmovzxdq	%ymm6, %zmm8
	vaddps	%zmm20, %zmm7, %zmm7
	vpaddq	%zmm10, %zmm8, %zmm8
	vmulps	%zmm7, %zmm4, %zmm4
	vcvtdq2ps	(%rcx,%r11), %zmm7
	vmulps	%zmm9, %zmm7, %zmm11
	vpmovzxdq	%ymm12, %zmm7
	vpmovqd	%zmm8, %ymm12
	vpsraq	$23, %zmm8, %zmm8
	vcmpleps	%zmm11, %zmm27, %k1
	vpaddq	%zmm10, %zmm7, %zmm7
	vpmovqd	%zmm7, %ymm13
	vinserti64x4	$1, %ymm13, %zmm12, %zmm12
	vpandd	%zmm21, %zmm12, %zmm12
	vpsubd	%zmm12, %zmm6, %zmm6
	vaddps	%zmm22, %zmm6, %zmm12
	vaddps	%zmm23, %zmm6, %zmm6
	vandps	%zmm26, %zmm11, %zmm23
	vsubps	%zmm23, %zmm0, %zmm13
	vdivps	%zmm6, %zmm12, %zmm6
	vsubps	%zmm23, %zmm24, %zmm12
	vminps	%zmm23, %zmm13, %zmm13
	vmulps	%zmm13, %zmm13, %zmm21
	vmulps	%zmm12, %zmm12, %zmm23
	vmulps	%zmm14, %zmm21, %zmm22
	vaddps	%zmm15, %zmm22, %zmm22
	vmulps	%zmm22, %zmm21, %zmm22
	vaddps	%zmm16, %zmm22, %zmm22
	vmulps	%zmm22, %zmm21, %zmm22
	vaddps	%zmm17, %zmm22, %zmm22
	vmulps	%zmm22, %zmm21, %zmm22
	vaddps	%zmm18, %zmm22, %zmm22
	vmulps	%zmm22, %zmm21, %zmm22
	vaddps	%zmm19, %zmm22, %zmm22
	vmulps	%zmm22, %zmm21, %zmm21
	vmulps	%zmm14, %zmm23, %zmm22
	vaddps	%zmm15, %zmm22, %zmm22
	vaddps	%zmm20, %zmm21, %zmm21
	vmulps	%zmm22, %zmm23, %zmm22
	vmulps	%zmm21, %zmm13, %zmm13
	vaddps	%zmm16, %zmm22, %zmm22
	vxorps	%zmm25, %zmm13, %zmm11
	vmovaps	%zmm13, %zmm11 {%k1}
	vmulps	%zmm22, %zmm23, %zmm22
	vaddps	%zmm17, %zmm22, %zmm22
	vmulps	%zmm22, %zmm23, %zmm22
	vaddps	%zmm18, %zmm22, %zmm22
	vmulps	%zmm22, %zmm23, %zmm22
	vaddps	%zmm19, %zmm22, %zmm22
	vmulps	%zmm22, %zmm23, %zmm21
	vmovups	592(%rsp), %zmm22
	vbroadcastss	(%r14), %zmm23
	vaddps	%zmm20, %zmm21, %zmm21
	vmulps	%zmm21, %zmm12, %zmm12
	vmovups	656(%rsp), %zmm21
	vmulps	%zmm23, %zmm2, %zmm2
	vmulps	%zmm21, %zmm3, %zmm13
	vaddps	%zmm22, %zmm13, %zmm13
	vmulps	%zmm13, %zmm3, %zmm13
	vaddps	%zmm30, %zmm13, %zmm13
	vmulps	%zmm13, %zmm3, %zmm13
	vaddps	%zmm31, %zmm13, %zmm13
	vmulps	%zmm13, %zmm3, %zmm3
	vaddps	%zmm29, %zmm3, %zmm3
	vmulps	%zmm3, %zmm1, %zmm1
	vpsraq	$23, %zmm7, %zmm3
	vcvtqq2ps	%zmm3, %ymm3
	vaddps	%zmm1, %zmm2, %zmm1
	vmulps	%zmm28, %zmm1, %zmm1
	vsqrtps	%zmm1, %zmm1
	vmulps	%zmm1, %zmm5, %zmm2
	vmulps	%zmm1, %zmm4, %zmm1
	vmulps	%zmm6, %zmm6, %zmm4
	vcvtqq2ps	%zmm8, %ymm5
	vmulps	%zmm21, %zmm4, %zmm7
	vinsertf64x4	$1, %ymm3, %zmm5, %zmm3
	vmovaps	%zmm1, %zmm8
	vmulps	%zmm23, %zmm3, %zmm3
	vaddps	%zmm22, %zmm7, %zmm5
	vmovups	464(%rsp), %zmm7
	vmulps	%zmm5, %zmm4, %zmm5
	vaddps	%zmm30, %zmm5, %zmm5
	vpermt2ps	%zmm2, %zmm7, %zmm8
	vmulps	%zmm5, %zmm4, %zmm5
	vaddps	%zmm31, %zmm5, %zmm5
	vmulps	%zmm5, %zmm4, %zmm4
	vaddps	%zmm29, %zmm4, %zmm4
	vmulps	%zmm4, %zmm6, %zmm4
	vmovups	528(%rsp), %zmm6
	vaddps	%zmm4, %zmm3, %zmm3
	vmulps	%zmm28, %zmm3, %zmm3
	vsqrtps	%zmm3, %zmm3
	vmulps	%zmm3, %zmm11, %zmm4
	vmulps	%zmm3, %zmm12, %zmm3
	vmovaps	%zmm1, %zmm11
	vmovaps	%zmm1, %zmm12
	vmovaps	%zmm3, %zmm5
	vpermt2ps	%zmm4, %zmm6, %zmm5
	vmovaps	%zmm3, %zmm6
	vmovaps	%zmm3, %zmm7
	vshufpd	$170, %zmm5, %zmm8, %zmm5
	vmovups	400(%rsp), %zmm8
	vmovupd	%zmm5, (%r9,%r11,4)
	vpermt2ps	%zmm4, %zmm8, %zmm6
	vmovups	336(%rsp), %zmm8
	vpermt2ps	%zmm2, %zmm8, %zmm11
	vmovups	80(%rsp), %zmm8
	vshufpd	$170, %zmm6, %zmm11, %zmm6
	vmovups	272(%rsp), %zmm11
	vmovupd	%zmm6, 64(%r9,%r11,4)
	vpermt2ps	%zmm2, %zmm8, %zmm1
	vpermt2ps	%zmm4, %zmm11, %zmm7
	vmovups	208(%rsp), %zmm11
	vpermt2ps	%zmm2, %zmm11, %zmm12
	vmovups	144(%rsp), %zmm11
	vshufpd	$170, %zmm7, %zmm12, %zmm7
	vmovupd	%zmm7, 128(%r9,%r11,4)
	vpermt2ps	%zmm4, %zmm11, %zmm3
	vshufpd	$170, %zmm3, %zmm1, %zmm1
	vmovupd	%zmm1, 192(%r9,%r11,4)
	addq	$64, %r11
	cmpq	%r11, %rax
	jne	.LBB10_21
	movabsq	$2305843009213693936, %rdi
	movq	%r10, %rax
	movabsq	$.LCPI10_2, %r11
	andq	%rdi, %rax
	cmpq	%rax, %r10
	je	.LBB10_19
	testb	$12, %r10b
	je	.LBB10_17
.LBB10_24:
	addq	$12, %rdi
	vpbroadcastq	(%r11), %ymm0
	movq	%rax, %r11
	vbroadcastss	(%r12), %xmm3
	vbroadcastss	(%r13), %xmm4
	vxorps	%xmm23, %xmm23, %xmm23
	movq	%rdi, %rax
	movabsq	$.LCPI10_3, %rdi
	andq	%r10, %rax
	vpbroadcastd	(%rdi), %xmm1
	movabsq	$.LCPI10_31, %rdi
	vmovaps	(%rdi), %zmm2
	movq	%rbx, %rdi
	vbroadcastss	(%rdi), %xmm6
	movabsq	$.LCPI10_17, %rdi
	movq	%r11, %rbx
	shlq	$4, %rbx
	vbroadcastss	(%rdi), %xmm5
	movabsq	$.LCPI10_18, %rdi
	addq	%r9, %rbx
	vmovups	%zmm2, 528(%rsp)
	vmovaps	%xmm6, 464(%rsp)
	vbroadcastss	(%rdi), %xmm6
	movabsq	$.LCPI10_19, %rdi
	vmovaps	%xmm5, 400(%rsp)
	vbroadcastss	(%rdi), %xmm5
	movabsq	$.LCPI10_20, %rdi
	vmovaps	464(%rsp), %xmm9
	vmovaps	400(%rsp), %xmm10
	vmovaps	%xmm6, 336(%rsp)
	vbroadcastss	(%rdi), %xmm6
	movabsq	$.LCPI10_21, %rdi
	vmovaps	%xmm5, 272(%rsp)
	vbroadcastss	(%rdi), %xmm5
	movabsq	$.LCPI10_22, %rdi
	vmovaps	336(%rsp), %xmm13
	vmovaps	272(%rsp), %xmm12
	vmovaps	%xmm6, 208(%rsp)
	vbroadcastss	(%rdi), %xmm6
	movabsq	$.LCPI10_7, %rdi
	vbroadcastss	(%rdi), %xmm14
	movabsq	$.LCPI10_8, %rdi
	vmovaps	%xmm5, 144(%rsp)
	vmovaps	208(%rsp), %xmm21
	vbroadcastss	(%rdi), %xmm15
	movabsq	$.LCPI10_9, %rdi
	vbroadcastss	(%rdi), %xmm16
	movabsq	$.LCPI10_10, %rdi
	vbroadcastss	(%rdi), %xmm17
	movabsq	$.LCPI10_11, %rdi
	vbroadcastss	(%rdi), %xmm18
	movabsq	$.LCPI10_12, %rdi
	vbroadcastss	(%rdi), %xmm19
	movabsq	$.LCPI10_13, %rdi
	vbroadcastss	(%rdi), %xmm20
	movabsq	$.LCPI10_6, %rdi
	vbroadcastss	(%rdi), %xmm5
	movabsq	$.LCPI10_14, %rdi
	vmovaps	%xmm6, 80(%rsp)
	vbroadcastss	(%rdi), %xmm6
	movabsq	$.LCPI10_15, %rdi
	vmovaps	%xmm5, 16(%rsp)
	vbroadcastss	(%rdi), %xmm5
	vmovaps	16(%rsp), %xmm22
	vmovaps	%xmm6, -48(%rsp)
	vmovaps	-48(%rsp), %xmm24
	vmovaps	%xmm5, -112(%rsp)
	.p2align	4
.LBB10_25:
	vcvtdq2ps	(%rsi,%r11,4), %xmm26
	vcvtudq2ps	(%r8,%r11,4), %xmm25
	vbroadcastss	(%rbp), %xmm8
	vbroadcastss	(%r14), %xmm11
	vmulps	%xmm4, %xmm26, %xmm28
	vaddps	%xmm3, %xmm25, %xmm25
	vandps	%xmm22, %xmm28, %xmm30
	vmulps	%xmm4, %xmm25, %xmm25
	vcmpleps	%xmm28, %xmm23, %k1
	vsubps	%xmm30, %xmm3, %xmm31
	vpmovzxdq	%xmm25, %ymm26
	vminps	%xmm30, %xmm31, %xmm31
	vpaddq	%ymm0, %ymm26, %ymm26
	vmulps	%xmm31, %xmm31, %xmm2
	vpmovqd	%ymm26, %xmm27
	vpsraq	$23, %ymm26, %ymm26
	vpandd	%xmm1, %xmm27, %xmm27
	vmulps	%xmm2, %xmm14, %xmm5
	vpsubd	%xmm27, %xmm25, %xmm25
	vaddps	%xmm8, %xmm25, %xmm27
	vaddps	%xmm9, %xmm25, %xmm25
	vaddps	%xmm5, %xmm15, %xmm5
	vdivps	%xmm25, %xmm27, %xmm27
	vcvtqq2ps	%ymm26, %xmm25
	vmulps	%xmm5, %xmm2, %xmm5
	vmulps	%xmm11, %xmm25, %xmm25
	vaddps	%xmm16, %xmm5, %xmm5
	vmulps	%xmm5, %xmm2, %xmm5
	vaddps	%xmm17, %xmm5, %xmm5
	vmulps	%xmm27, %xmm27, %xmm29
	vmulps	%xmm5, %xmm2, %xmm5
	vmulps	%xmm10, %xmm29, %xmm26
	vaddps	%xmm18, %xmm5, %xmm5
	vaddps	%xmm13, %xmm26, %xmm26
	vmulps	%xmm5, %xmm2, %xmm5
	vmulps	%xmm26, %xmm29, %xmm26
	vaddps	%xmm19, %xmm5, %xmm5
	vaddps	%xmm12, %xmm26, %xmm26
	vmulps	%xmm5, %xmm2, %xmm2
	vsubps	%xmm30, %xmm24, %xmm5
	vmulps	%xmm26, %xmm29, %xmm26
	vmulps	%xmm5, %xmm5, %xmm30
	vaddps	%xmm21, %xmm26, %xmm26
	vaddps	%xmm20, %xmm2, %xmm2
	vmulps	%xmm14, %xmm30, %xmm6
	vmulps	%xmm26, %xmm29, %xmm7
	vmulps	%xmm2, %xmm31, %xmm2
	vmovaps	-112(%rsp), %xmm31
	vaddps	%xmm6, %xmm15, %xmm6
	vmulps	%xmm6, %xmm30, %xmm6
	vxorps	%xmm31, %xmm2, %xmm28
	vaddps	%xmm16, %xmm6, %xmm6
	vmovaps	%xmm2, %xmm28 {%k1}
	vmulps	%xmm6, %xmm30, %xmm6
	vaddps	%xmm17, %xmm6, %xmm6
	vmulps	%xmm6, %xmm30, %xmm6
	vaddps	%xmm18, %xmm6, %xmm6
	vmulps	%xmm6, %xmm30, %xmm6
	vaddps	%xmm19, %xmm6, %xmm6
	vmulps	%xmm6, %xmm30, %xmm6
	vaddps	%xmm20, %xmm6, %xmm6
	vmulps	%xmm6, %xmm5, %xmm26
	vcvtudq2ps	(%rdx,%r11,4), %xmm5
	vcvtdq2ps	(%rcx,%r11,4), %xmm6
	addq	$4, %r11
	vaddps	%xmm3, %xmm5, %xmm5
	vmulps	%xmm4, %xmm6, %xmm29
	vmulps	%xmm4, %xmm5, %xmm5
	vcmpleps	%xmm29, %xmm23, %k1
	vpmovzxdq	%xmm5, %ymm6
	vpaddq	%ymm0, %ymm6, %ymm6
	vpmovqd	%ymm6, %xmm30
	vpsraq	$23, %ymm6, %ymm6
	vcvtqq2ps	%ymm6, %xmm6
	vpandd	%xmm1, %xmm30, %xmm30
	vpsubd	%xmm30, %xmm5, %xmm5
	vaddps	%xmm5, %xmm8, %xmm2
	vaddps	%xmm5, %xmm9, %xmm5
	vmovaps	144(%rsp), %xmm8
	vmulps	%xmm6, %xmm11, %xmm6
	vdivps	%xmm5, %xmm2, %xmm2
	vaddps	%xmm7, %xmm8, %xmm7
	vmulps	%xmm7, %xmm27, %xmm7
	vmulps	%xmm2, %xmm2, %xmm5
	vaddps	%xmm7, %xmm25, %xmm7
	vmulps	%xmm10, %xmm5, %xmm30
	vaddps	%xmm13, %xmm30, %xmm30
	vmulps	%xmm30, %xmm5, %xmm30
	vaddps	%xmm12, %xmm30, %xmm30
	vmulps	%xmm30, %xmm5, %xmm30
	vaddps	%xmm21, %xmm30, %xmm30
	vmulps	%xmm30, %xmm5, %xmm5
	vaddps	%xmm5, %xmm8, %xmm5
	vmulps	%xmm5, %xmm2, %xmm2
	vandps	%xmm22, %xmm29, %xmm5
	vsubps	%xmm5, %xmm3, %xmm27
	vaddps	%xmm2, %xmm6, %xmm2
	vminps	%xmm5, %xmm27, %xmm25
	vsubps	%xmm5, %xmm24, %xmm5
	vmulps	%xmm25, %xmm25, %xmm27
	vmulps	%xmm14, %xmm27, %xmm30
	vaddps	%xmm15, %xmm30, %xmm30
	vmulps	%xmm30, %xmm27, %xmm30
	vaddps	%xmm16, %xmm30, %xmm30
	vmulps	%xmm30, %xmm27, %xmm30
	vaddps	%xmm17, %xmm30, %xmm30
	vmulps	%xmm30, %xmm27, %xmm30
	vaddps	%xmm18, %xmm30, %xmm30
	vmulps	%xmm30, %xmm27, %xmm30
	vaddps	%xmm19, %xmm30, %xmm30
	vmulps	%xmm30, %xmm27, %xmm27
	vaddps	%xmm20, %xmm27, %xmm27
	vmulps	%xmm27, %xmm25, %xmm6
	vmulps	%xmm5, %xmm5, %xmm25
	vmulps	%xmm14, %xmm25, %xmm27
	vxorps	%xmm31, %xmm6, %xmm8
	vmovaps	%xmm6, %xmm8 {%k1}
	vmovaps	80(%rsp), %xmm6
	vaddps	%xmm15, %xmm27, %xmm27
	vmulps	%xmm27, %xmm25, %xmm27
	vaddps	%xmm16, %xmm27, %xmm27
	vmulps	%xmm6, %xmm2, %xmm2
	vmulps	%xmm6, %xmm7, %xmm6
	vmovups	528(%rsp), %zmm7
	vmulps	%xmm27, %xmm25, %xmm27
	vsqrtps	%xmm2, %xmm2
	vsqrtps	%xmm6, %xmm6
	vaddps	%xmm17, %xmm27, %xmm27
	vmulps	%xmm27, %xmm25, %xmm27
	vaddps	%xmm18, %xmm27, %xmm27
	vmulps	%xmm27, %xmm25, %xmm27
	vaddps	%xmm19, %xmm27, %xmm27
	vshuff64x2	$0, %zmm2, %zmm2, %zmm2
	vshuff64x2	$0, %zmm6, %zmm6, %zmm6
	vmulps	%xmm27, %xmm25, %xmm25
	vaddps	%xmm20, %xmm25, %xmm25
	vmulps	%xmm25, %xmm5, %xmm5
	vinsertf128	$1, %xmm8, %ymm5, %ymm5
	vinsertf64x4	$1, %ymm5, %zmm5, %zmm5
	vmulps	%zmm2, %zmm5, %zmm2
	vinsertf32x4	$1, %xmm28, %ymm26, %ymm5
	vinsertf64x4	$1, %ymm5, %zmm5, %zmm5
	vmulps	%zmm6, %zmm5, %zmm5
	vpermt2ps	%zmm2, %zmm7, %zmm5
	vmovups	%zmm5, (%rbx)
	addq	$64, %rbx
	cmpq	%r11, %rax
	jne	.LBB10_25
	movabsq	$.LCPI10_5, %rbx
	cmpq	%rax, %r10
	jne	.LBB10_17
	jmp	.LBB10_19
.LBB10_27:
	movabsq	$.LCPI10_5, %rbx
	jmp	.LBB10_17
.LBB10_28:
	movq	-120(%rsp), %r15
	jmp	.LBB10_15
.Lfunc_end10:
	.size	_ZN7kernels6random11_box_mullerB3v18B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedEx, .Lfunc_end10-_ZN7kernels6random11_box_mullerB3v18B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedEx

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2, 0x0
.LCPI11_0:
	.long	0x80000000
.LCPI11_1:
	.long	0xc2ae0000
.LCPI11_2:
	.long	0x42ae0000
.LCPI11_3:
	.long	0x3fb8aa3b
.LCPI11_4:
	.long	1065353216
.LCPI11_5:
	.long	0xbf318000
.LCPI11_6:
	.long	0x395e8083
.LCPI11_7:
	.long	0x39500d01
.LCPI11_8:
	.long	0x3ab60b61
.LCPI11_9:
	.long	0x3c088889
.LCPI11_10:
	.long	0x3d2aaaab
.LCPI11_11:
	.long	0x3e2aaaab
.LCPI11_12:
	.long	0x3f000000
.LCPI11_13:
	.long	0x3f318000
	.section	.ltext,"axl",@progbits
	.weak	_ZN7kernels11activations8_sigmoid12_3clocals_3e6singleB3v29B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE
	.p2align	4
	.type	_ZN7kernels11activations8_sigmoid12_3clocals_3e6singleB3v29B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE,@function
_ZN7kernels11activations8_sigmoid12_3clocals_3e6singleB3v29B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	120(%rsp), %rax
	testq	%rax, %rax
	jle	.LBB11_17
	movq	56(%rsp), %rdx
	movq	112(%rsp), %rcx
	cmpq	$4, %rax
	setb	%sil
	movq	%rdx, %r8
	subq	%rcx, %r8
	cmpq	$64, %r8
	setb	%r8b
	orb	%sil, %r8b
	je	.LBB11_3
	xorl	%esi, %esi
	jmp	.LBB11_12
.LBB11_3:
	movq	%rdi, -8(%rsp)
	movabsq	$9223372036854775792, %r8
	movabsq	$.LCPI11_0, %r9
	movabsq	$.LCPI11_1, %r11
	movabsq	$.LCPI11_2, %r14
	movabsq	$.LCPI11_3, %r12
	movabsq	$.LCPI11_4, %r15
	movabsq	$.LCPI11_7, %r13
	movabsq	$.LCPI11_8, %rbp
	movabsq	$.LCPI11_9, %rbx
	movabsq	$.LCPI11_11, %r10
	movabsq	$.LCPI11_12, %rdi
	cmpq	$16, %rax
	jae	.LBB11_5
	movq	-8(%rsp), %rdi
	movq	%r15, %r13
	movq	%rbx, %r14
	xorl	%esi, %esi
	movabsq	$.LCPI11_5, %rbx
	movabsq	$.LCPI11_6, %r12
	movabsq	$.LCPI11_10, %r15
	movq	%r10, %rbp
	jmp	.LBB11_9
.LBB11_5:
	vbroadcastss	(%r11), %zmm0
	movq	%r9, %r11
	vbroadcastss	(%r12), %zmm2
	vbroadcastss	(%r11), %zmm3
	movabsq	$.LCPI11_5, %r11
	movabsq	$.LCPI11_6, %r12
	vbroadcastss	(%rbp), %zmm8
	movabsq	$.LCPI11_10, %rbp
	vbroadcastss	(%r14), %zmm1
	vbroadcastss	(%r13), %zmm7
	vbroadcastss	(%rbx), %zmm9
	vbroadcastss	(%r10), %zmm11
	vbroadcastss	(%rdi), %zmm12
	vbroadcastss	(%r15), %zmm13
	vpbroadcastd	(%r15), %zmm4
	movq	%rax, %rsi
	andq	%r8, %rsi
	movq	%rbx, %r14
	movq	%r15, %r13
	xorl	%r9d, %r9d
	vbroadcastss	(%r11), %zmm5
	vbroadcastss	(%r12), %zmm6
	vbroadcastss	(%rbp), %zmm10
	movq	%rbp, %r15
	movq	%r11, %rbx
	movq	%r10, %rbp
	.p2align	4
.LBB11_6:
	vxorps	(%rcx,%r9,4), %zmm3, %zmm14
	vmaxps	%zmm14, %zmm0, %zmm14
	vminps	%zmm14, %zmm1, %zmm14
	vmulps	%zmm2, %zmm14, %zmm15
	vrndscaleps	$4, %zmm15, %zmm15
	vmulps	%zmm5, %zmm15, %zmm17
	vcvttps2dq	%zmm15, %zmm16
	vmulps	%zmm6, %zmm15, %zmm15
	vaddps	%zmm17, %zmm14, %zmm14
	vpslld	$23, %zmm16, %zmm16
	vpaddd	%zmm4, %zmm16, %zmm16
	vaddps	%zmm14, %zmm15, %zmm14
	vmulps	%zmm7, %zmm14, %zmm15
	vaddps	%zmm8, %zmm15, %zmm15
	vmulps	%zmm15, %zmm14, %zmm15
	vaddps	%zmm9, %zmm15, %zmm15
	vmulps	%zmm15, %zmm14, %zmm15
	vaddps	%zmm10, %zmm15, %zmm15
	vmulps	%zmm15, %zmm14, %zmm15
	vaddps	%zmm11, %zmm15, %zmm15
	vmulps	%zmm15, %zmm14, %zmm15
	vaddps	%zmm12, %zmm15, %zmm15
	vmulps	%zmm15, %zmm14, %zmm15
	vaddps	%zmm13, %zmm15, %zmm15
	vmulps	%zmm15, %zmm14, %zmm14
	vaddps	%zmm13, %zmm14, %zmm14
	vmulps	%zmm16, %zmm14, %zmm14
	vaddps	%zmm13, %zmm14, %zmm14
	vdivps	%zmm14, %zmm13, %zmm14
	vmovups	%zmm14, (%rdx,%r9,4)
	addq	$16, %r9
	cmpq	%r9, %rsi
	jne	.LBB11_6
	movq	-8(%rsp), %rdi
	movabsq	$.LCPI11_0, %r9
	movabsq	$.LCPI11_1, %r11
	cmpq	%rsi, %rax
	je	.LBB11_17
	testb	$12, %al
	je	.LBB11_12
.LBB11_9:
	vbroadcastss	(%r11), %xmm0
	movabsq	$.LCPI11_2, %r10
	movabsq	$.LCPI11_7, %r11
	vbroadcastss	(%rbx), %xmm3
	movabsq	$.LCPI11_8, %rbx
	vbroadcastss	(%r12), %xmm4
	vbroadcastss	(%r14), %xmm7
	vbroadcastss	(%r15), %xmm8
	vbroadcastss	(%rbp), %xmm9
	vbroadcastss	(%r13), %xmm11
	vbroadcastss	(%r9), %xmm12
	vpbroadcastd	(%r13), %xmm13
	addq	$12, %r8
	movq	%rsi, %r9
	vbroadcastss	(%r10), %xmm1
	movabsq	$.LCPI11_3, %r10
	vbroadcastss	(%r11), %xmm5
	movabsq	$.LCPI11_12, %r11
	vbroadcastss	(%rbx), %xmm6
	movq	%r8, %rsi
	andq	%rax, %rsi
	vbroadcastss	(%r10), %xmm2
	vbroadcastss	(%r11), %xmm10
	.p2align	4
.LBB11_10:
	vxorps	(%rcx,%r9,4), %xmm12, %xmm14
	vmaxps	%xmm14, %xmm0, %xmm14
	vminps	%xmm14, %xmm1, %xmm14
	vmulps	%xmm2, %xmm14, %xmm15
	vroundps	$4, %xmm15, %xmm15
	vmulps	%xmm3, %xmm15, %xmm17
	vcvttps2dq	%xmm15, %xmm16
	vmulps	%xmm4, %xmm15, %xmm15
	vaddps	%xmm17, %xmm14, %xmm14
	vpslld	$23, %xmm16, %xmm16
	vpaddd	%xmm13, %xmm16, %xmm16
	vaddps	%xmm14, %xmm15, %xmm14
	vmulps	%xmm5, %xmm14, %xmm15
	vaddps	%xmm6, %xmm15, %xmm15
	vmulps	%xmm15, %xmm14, %xmm15
	vaddps	%xmm7, %xmm15, %xmm15
	vmulps	%xmm15, %xmm14, %xmm15
	vaddps	%xmm8, %xmm15, %xmm15
	vmulps	%xmm15, %xmm14, %xmm15
	vaddps	%xmm9, %xmm15, %xmm15
	vmulps	%xmm15, %xmm14, %xmm15
	vaddps	%xmm10, %xmm15, %xmm15
	vmulps	%xmm15, %xmm14, %xmm15
	vaddps	%xmm11, %xmm15, %xmm15
	vmulps	%xmm15, %xmm14, %xmm14
	vaddps	%xmm11, %xmm14, %xmm14
	vmulps	%xmm16, %xmm14, %xmm14
	vaddps	%xmm11, %xmm14, %xmm14
	vdivps	%xmm14, %xmm11, %xmm14
	vmovups	%xmm14, (%rdx,%r9,4)
	addq	$4, %r9
	cmpq	%r9, %rsi
	jne	.LBB11_10
	cmpq	%rsi, %rax
	je	.LBB11_17
.LBB11_12:
	movq	%rsi, %r8
	orq	$1, %r8
	testb	$1, %al
	je	.LBB11_14
	movabsq	$.LCPI11_1, %r11
	vmovss	(%rcx,%rsi,4), %xmm0
	movabsq	$.LCPI11_0, %r9
	movabsq	$.LCPI11_5, %r10
	vxorps	(%r9){1to4}, %xmm0, %xmm0
	vmovss	(%r11), %xmm1
	movabsq	$.LCPI11_2, %r9
	vmaxss	%xmm0, %xmm1, %xmm0
	vmovss	(%r9), %xmm1
	movabsq	$.LCPI11_3, %r9
	vminss	%xmm0, %xmm1, %xmm0
	vmulss	(%r9), %xmm0, %xmm1
	vroundss	$4, %xmm1, %xmm1, %xmm1
	vmulss	(%r10), %xmm1, %xmm3
	vcvttss2si	%xmm1, %r9d
	shll	$23, %r9d
	addl	$1065353216, %r9d
	vmovd	%r9d, %xmm2
	movabsq	$.LCPI11_6, %r9
	vaddss	%xmm3, %xmm0, %xmm0
	vmulss	(%r9), %xmm1, %xmm1
	movabsq	$.LCPI11_7, %r9
	vaddss	%xmm0, %xmm1, %xmm0
	vmulss	(%r9), %xmm0, %xmm1
	movabsq	$.LCPI11_8, %r9
	vaddss	(%r9), %xmm1, %xmm1
	movabsq	$.LCPI11_9, %r9
	vmulss	%xmm1, %xmm0, %xmm1
	vaddss	(%r9), %xmm1, %xmm1
	movabsq	$.LCPI11_10, %r9
	vmulss	%xmm1, %xmm0, %xmm1
	vaddss	(%r9), %xmm1, %xmm1
	movabsq	$.LCPI11_11, %r9
	vmulss	%xmm1, %xmm0, %xmm1
	vaddss	(%r9), %xmm1, %xmm1
	movabsq	$.LCPI11_12, %r9
	vmulss	%xmm1, %xmm0, %xmm1
	vaddss	(%r9), %xmm1, %xmm1
	movabsq	$.LCPI11_4, %r9
	vmovss	(%r9), %xmm3
	vmulss	%xmm1, %xmm0, %xmm1
	vaddss	%xmm3, %xmm1, %xmm1
	vmulss	%xmm1, %xmm0, %xmm0
	vaddss	%xmm3, %xmm0, %xmm0
	vmulss	%xmm2, %xmm0, %xmm0
	vaddss	%xmm3, %xmm0, %xmm0
	vdivss	%xmm0, %xmm3, %xmm0
	vmovss	%xmm0, (%rdx,%rsi,4)
	movq	%r8, %rsi
.LBB11_14:
	cmpq	%r8, %rax
	je	.LBB11_17
	movabsq	$.LCPI11_1, %r10
	movabsq	$.LCPI11_2, %r9
	movabsq	$.LCPI11_0, %r8
	vmovss	(%r10), %xmm1
	vmovss	(%r9), %xmm2
	movabsq	$.LCPI11_3, %r10
	movabsq	$.LCPI11_13, %r9
	vbroadcastss	(%r8), %xmm0
	vmovss	(%r10), %xmm3
	vmovss	(%r9), %xmm4
	movabsq	$.LCPI11_6, %r10
	movabsq	$.LCPI11_7, %r9
	vmovss	(%r10), %xmm5
	vmovss	(%r9), %xmm6
	movabsq	$.LCPI11_8, %r10
	movabsq	$.LCPI11_9, %r9
	vmovss	(%r10), %xmm7
	vmovss	(%r9), %xmm8
	movabsq	$.LCPI11_10, %r10
	movabsq	$.LCPI11_11, %r9
	vmovss	(%r10), %xmm9
	vmovss	(%r9), %xmm10
	movabsq	$.LCPI11_12, %r10
	movabsq	$.LCPI11_4, %r9
	vmovss	(%r10), %xmm11
	vmovss	(%r9), %xmm12
	.p2align	4
.LBB11_16:
	vmovss	(%rcx,%rsi,4), %xmm13
	vxorps	%xmm0, %xmm13, %xmm13
	vmaxss	%xmm13, %xmm1, %xmm13
	vminss	%xmm13, %xmm2, %xmm13
	vmulss	%xmm3, %xmm13, %xmm14
	vroundss	$4, %xmm14, %xmm14, %xmm14
	vmulss	%xmm4, %xmm14, %xmm16
	vcvttss2si	%xmm14, %r8d
	vmulss	%xmm5, %xmm14, %xmm14
	vsubss	%xmm16, %xmm13, %xmm13
	shll	$23, %r8d
	vaddss	%xmm13, %xmm14, %xmm13
	addl	$1065353216, %r8d
	vmovd	%r8d, %xmm15
	vmulss	%xmm6, %xmm13, %xmm14
	vaddss	%xmm7, %xmm14, %xmm14
	vmulss	%xmm14, %xmm13, %xmm14
	vaddss	%xmm8, %xmm14, %xmm14
	vmulss	%xmm14, %xmm13, %xmm14
	vaddss	%xmm9, %xmm14, %xmm14
	vmulss	%xmm14, %xmm13, %xmm14
	vaddss	%xmm10, %xmm14, %xmm14
	vmulss	%xmm14, %xmm13, %xmm14
	vaddss	%xmm11, %xmm14, %xmm14
	vmulss	%xmm14, %xmm13, %xmm14
	vaddss	%xmm12, %xmm14, %xmm14
	vmulss	%xmm14, %xmm13, %xmm13
	vaddss	%xmm12, %xmm13, %xmm13
	vmulss	%xmm15, %xmm13, %xmm13
	vaddss	%xmm12, %xmm13, %xmm13
	vdivss	%xmm13, %xmm12, %xmm13
	vmovss	%xmm13, (%rdx,%rsi,4)
	vmovss	4(%rcx,%rsi,4), %xmm13
	vxorps	%xmm0, %xmm13, %xmm13
	vmaxss	%xmm13, %xmm1, %xmm13
	vminss	%xmm13, %xmm2, %xmm13
	vmulss	%xmm3, %xmm13, %xmm14
	vroundss	$4, %xmm14, %xmm14, %xmm14
	vmulss	%xmm4, %xmm14, %xmm16
	vcvttss2si	%xmm14, %r8d
	vmulss	%xmm5, %xmm14, %xmm14
	vsubss	%xmm16, %xmm13, %xmm13
	shll	$23, %r8d
	vaddss	%xmm13, %xmm14, %xmm13
	addl	$1065353216, %r8d
	vmovd	%r8d, %xmm15
	vmulss	%xmm6, %xmm13, %xmm14
	vaddss	%xmm7, %xmm14, %xmm14
	vmulss	%xmm14, %xmm13, %xmm14
	vaddss	%xmm8, %xmm14, %xmm14
	vmulss	%xmm14, %xmm13, %xmm14
	vaddss	%xmm9, %xmm14, %xmm14
	vmulss	%xmm14, %xmm13, %xmm14
	vaddss	%xmm10, %xmm14, %xmm14
	vmulss	%xmm14, %xmm13, %xmm14
	vaddss	%xmm11, %xmm14, %xmm14
	vmulss	%xmm14, %xmm13, %xmm14
	vaddss	%xmm12, %xmm14, %xmm14
	vmulss	%xmm14, %xmm13, %xmm13
	vaddss	%xmm12, %xmm13, %xmm13
	vmulss	%xmm15, %xmm13, %xmm13
	vaddss	%xmm12, %xmm13, %xmm13
	vdivss	%xmm13, %xmm12, %xmm13
	vmovss	%xmm13, 4(%rdx,%rsi,4)
	addq	$2, %rsi
	cmpq	%rsi, %rax
	jne	.LBB11_16
.LBB11_17:
	movq	$0, (%rdi)
	xorl	%eax, %eax
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end11:
	.size	_ZN7kernels11activations8_sigmoid12_3clocals_3e6singleB3v29B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE, .Lfunc_end11-_ZN7kernels11activations8_sigmoid12_3clocals_3e6singleB3v29B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE

	.type	.const.run,@object
	.section	.lrodata,"al",@progbits
.const.run:
	.asciz	"run"
	.size	.const.run, 4

	.type	_ZN08NumbaEnv8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29,@object
	.comm	_ZN08NumbaEnv8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29,8,8
	.type	".const.missing Environment: _ZN08NumbaEnv8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29",@object
	.p2align	4, 0x0
".const.missing Environment: _ZN08NumbaEnv8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29":
	.asciz	"missing Environment: _ZN08NumbaEnv8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29"
	.size	".const.missing Environment: _ZN08NumbaEnv8__main__3runB2v1B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEqkpAMW0QQAEx439Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_295ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx26Stream_28uint64_20x_204_29", 737

	.type	".const.size mismatch for tuple, expected 7 element(s) but got %zd",@object
	.p2align	4, 0x0
".const.size mismatch for tuple, expected 7 element(s) but got %zd":
	.asciz	"size mismatch for tuple, expected 7 element(s) but got %zd"
	.size	".const.size mismatch for tuple, expected 7 element(s) but got %zd", 59

	.type	".const.size mismatch for tuple, expected 8 element(s) but got %zd",@object
	.p2align	4, 0x0
".const.size mismatch for tuple, expected 8 element(s) but got %zd":
	.asciz	"size mismatch for tuple, expected 8 element(s) but got %zd"
	.size	".const.size mismatch for tuple, expected 8 element(s) but got %zd", 59

	.type	".const.can't unbox array from PyObject into native value.  The object maybe of a different type",@object
	.p2align	4, 0x0
".const.can't unbox array from PyObject into native value.  The object maybe of a different type":
	.asciz	"can't unbox array from PyObject into native value.  The object maybe of a different type"
	.size	".const.can't unbox array from PyObject into native value.  The object maybe of a different type", 89

	.type	".const.size mismatch for tuple, expected 3 element(s) but got %zd",@object
	.p2align	4, 0x0
".const.size mismatch for tuple, expected 3 element(s) but got %zd":
	.asciz	"size mismatch for tuple, expected 3 element(s) but got %zd"
	.size	".const.size mismatch for tuple, expected 3 element(s) but got %zd", 59

	.type	".const.size mismatch for tuple, expected 4 element(s) but got %zd",@object
	.p2align	4, 0x0
".const.size mismatch for tuple, expected 4 element(s) but got %zd":
	.asciz	"size mismatch for tuple, expected 4 element(s) but got %zd"
	.size	".const.size mismatch for tuple, expected 4 element(s) but got %zd", 59

	.type	".const.Error creating Python tuple from runtime exception arguments",@object
	.p2align	4, 0x0
".const.Error creating Python tuple from runtime exception arguments":
	.asciz	"Error creating Python tuple from runtime exception arguments"
	.size	".const.Error creating Python tuple from runtime exception arguments", 61

	.type	".const.unknown error when calling native function",@object
	.p2align	4, 0x0
".const.unknown error when calling native function":
	.asciz	"unknown error when calling native function"
	.size	".const.unknown error when calling native function", 43

	.type	_ZN08NumbaEnv7kernels3mvm5driveB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE120held_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_295ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEf,@object
	.comm	_ZN08NumbaEnv7kernels3mvm5driveB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE120held_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_295ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEf,8,8
	.type	_ZN08NumbaEnv7kernels3mvm11list_drivenB2v5B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE129held_28Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_295ArrayIfLi1E1C7mutable7alignedE,@object
	.comm	_ZN08NumbaEnv7kernels3mvm11list_drivenB2v5B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE129held_28Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_295ArrayIfLi1E1C7mutable7alignedE,8,8
	.type	_ZN08NumbaEnv7kernels5lanes9_operator12_3clocals_3e6choose12_3clocals_3e12_3clambda_3eB2v6B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dE18lanes_28float32_2918lanes_28float32_29,@object
	.comm	_ZN08NumbaEnv7kernels5lanes9_operator12_3clocals_3e6choose12_3clocals_3e12_3clambda_3eB2v6B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dE18lanes_28float32_2918lanes_28float32_29,8,8
	.type	_ZN08NumbaEnv7kernels3mvm6chargeB2v7B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE129held_28Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_295ArrayIfLi2E1C7mutable7alignedEf,@object
	.comm	_ZN08NumbaEnv7kernels3mvm6chargeB2v7B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE129held_28Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_295ArrayIfLi2E1C7mutable7alignedEf,8,8
	.type	_ZN08NumbaEnv7kernels3mvm8_columnsB2v8B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedEx129held_28Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_295ArrayIfLi2E1C7mutable7alignedEf,@object
	.comm	_ZN08NumbaEnv7kernels3mvm8_columnsB2v8B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedEx129held_28Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_295ArrayIfLi2E1C7mutable7alignedEf,8,8
	.type	_ZN08NumbaEnv7kernels3mvm11charge_backB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedEf,@object
	.comm	_ZN08NumbaEnv7kernels3mvm11charge_backB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedEf,8,8
	.type	_ZN08NumbaEnv7kernels5lanes9_operator12_3clocals_3e6choose12_3clocals_3e12_3clambda_3eB2v9B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dE18lanes_28float32_2918lanes_28float32_29,@object
	.comm	_ZN08NumbaEnv7kernels5lanes9_operator12_3clocals_3e6choose12_3clocals_3e12_3clambda_3eB2v9B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dE18lanes_28float32_2918lanes_28float32_29,8,8
	.type	_ZN08NumbaEnv7kernels5lanes9_operator12_3clocals_3e6choose12_3clocals_3e12_3clambda_3eB3v10B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dE18lanes_28float32_2918lanes_28float32_29,@object
	.comm	_ZN08NumbaEnv7kernels5lanes9_operator12_3clocals_3e6choose12_3clocals_3e12_3clambda_3eB3v10B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dE18lanes_28float32_2918lanes_28float32_29,8,8
	.type	_ZN08NumbaEnv7kernels3mvm7convertB3v12B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29x26Stream_28uint64_20x_204_29y,@object
	.comm	_ZN08NumbaEnv7kernels3mvm7convertB3v12B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29x26Stream_28uint64_20x_204_29y,8,8
	.type	_ZN08NumbaEnv7kernels3mvm6_noiseB3v13B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2926Stream_28uint64_20x_204_29yy,@object
	.comm	_ZN08NumbaEnv7kernels3mvm6_noiseB3v13B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2926Stream_28uint64_20x_204_29yy,8,8
	.type	_ZN08NumbaEnv7kernels6random12fill_normalsB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi2E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy,@object
	.comm	_ZN08NumbaEnv7kernels6random12fill_normalsB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi2E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy,8,8
	.type	_ZN08NumbaEnv7kernels6random11_fill_wordsB3v15B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy,@object
	.comm	_ZN08NumbaEnv7kernels6random11_fill_wordsB3v15B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE23Literal_5bint_5d_280_29x26Stream_28uint64_20x_204_29yy,8,8
	.type	_ZN08NumbaEnv7kernels6random5blockB3v16B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dE26Stream_28uint64_20x_204_29yyy,@object
	.comm	_ZN08NumbaEnv7kernels6random5blockB3v16B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dE26Stream_28uint64_20x_204_29yyy,8,8
	.type	_ZN08NumbaEnv7kernels6random6philoxB3v17B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEyyyyyy,@object
	.comm	_ZN08NumbaEnv7kernels6random6philoxB3v17B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEyyyyyy,8,8
	.type	_ZN08NumbaEnv7kernels6random11_box_mullerB3v18B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedEx,@object
	.comm	_ZN08NumbaEnv7kernels6random11_box_mullerB3v18B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedE5ArrayIjLi1E1C7mutable7alignedEx,8,8
	.type	_ZN08NumbaEnv7kernels6random11two_normalsB3v19B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEjj,@object
	.comm	_ZN08NumbaEnv7kernels6random11two_normalsB3v19B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEjj,8,8
	.type	_ZN08NumbaEnv7kernels9functions11log_float32B3v20B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEf,@object
	.comm	_ZN08NumbaEnv7kernels9functions11log_float32B3v20B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEf,8,8
	.type	_ZN08NumbaEnv5numba7cpython7numbers11scalar_view12_3clocals_3e4implB3v21B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dEf16class_28int32_29,@object
	.comm	_ZN08NumbaEnv5numba7cpython7numbers11scalar_view12_3clocals_3e4implB3v21B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dEf16class_28int32_29,8,8
	.type	_ZN08NumbaEnv7kernels9functions17sin_turns_float32B3v24B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEf,@object
	.comm	_ZN08NumbaEnv7kernels9functions17sin_turns_float32B3v24B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEf,8,8
	.type	_ZN08NumbaEnv7kernels3mvm5clearB3v25B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE,@object
	.comm	_ZN08NumbaEnv7kernels3mvm5clearB3v25B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE,8,8
	.type	_ZN08NumbaEnv7kernels3mvm9slot_unitB3v26B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dE120held_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_29,@object
	.comm	_ZN08NumbaEnv7kernels3mvm9slot_unitB3v26B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dE120held_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_29,8,8
	.type	_ZN08NumbaEnv7kernels3mvm9_digitiseB3v27B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29f,@object
	.comm	_ZN08NumbaEnv7kernels3mvm9_digitiseB3v27B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE449held_28Reader_28Converters_28float32_2c_20float32_2c_20float32_2c_20float32_2c_20float32_2c_20int64_2c_20float32_2c_20int64_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20Driven_28array_28int32_2c_201d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_2c_20array_28float32_2c_202d_2c_20C_29_2c_20array_28float32_2c_201d_2c_20C_29_2c_20array_28uint32_2c_202d_2c_20C_29_2c_20array_28int64_2c_201d_2c_20C_29_29_29f,8,8
	.type	_ZN08NumbaEnv5numba7cpython8builtins6ol_min12_3clocals_3e4implB2v4B52c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAw4hWsFpNAA_3d_3dE15StarArgUniTupleIfLi2EE,@object
	.comm	_ZN08NumbaEnv5numba7cpython8builtins6ol_min12_3clocals_3e4implB2v4B52c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAw4hWsFpNAA_3d_3dE15StarArgUniTupleIfLi2EE,8,8
	.type	_ZN08NumbaEnv7kernels11activations8activateB3v28B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dE23Literal_5bint_5d_280_295ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE,@object
	.comm	_ZN08NumbaEnv7kernels11activations8activateB3v28B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dE23Literal_5bint_5d_280_295ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE,8,8
	.type	_ZN08NumbaEnv7kernels11activations8_sigmoid12_3clocals_3e6singleB3v29B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE,@object
	.comm	_ZN08NumbaEnv7kernels11activations8_sigmoid12_3clocals_3e6singleB3v29B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE,8,8
	.type	_ZN08NumbaEnv7kernels9functions15sigmoid_float32B3v30B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEf,@object
	.comm	_ZN08NumbaEnv7kernels9functions15sigmoid_float32B3v30B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEf,8,8
	.type	_ZN08NumbaEnv7kernels9functions11exp_float32B3v31B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEf,@object
	.comm	_ZN08NumbaEnv7kernels9functions11exp_float32B3v31B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEf,8,8
	.type	_ZN08NumbaEnv5numba7cpython8builtins6ol_max12_3clocals_3e4implB3v32B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dE15StarArgUniTupleIfLi2EE,@object
	.comm	_ZN08NumbaEnv5numba7cpython8builtins6ol_max12_3clocals_3e4implB3v32B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dE15StarArgUniTupleIfLi2EE,8,8
	.type	_ZN08NumbaEnv5numba7cpython8builtins6ol_min12_3clocals_3e4implB3v23B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dE15StarArgUniTupleIfLi2EE,@object
	.comm	_ZN08NumbaEnv5numba7cpython8builtins6ol_min12_3clocals_3e4implB3v23B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dE15StarArgUniTupleIfLi2EE,8,8
	.type	_ZN08NumbaEnv5numba7cpython7numbers11scalar_view12_3clocals_3e4implB3v22B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dEi18class_28float32_29,@object
	.comm	_ZN08NumbaEnv5numba7cpython7numbers11scalar_view12_3clocals_3e4implB3v22B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dEi18class_28float32_29,8,8
	.type	_ZN08NumbaEnv7kernels11activations5_tanhB3v33B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE,@object
	.comm	_ZN08NumbaEnv7kernels11activations5_tanhB3v33B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE,8,8
	.type	_ZN08NumbaEnv7kernels9functions4tanhB3v34B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEf,@object
	.comm	_ZN08NumbaEnv7kernels9functions4tanhB3v34B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEf,8,8
	.type	_ZN08NumbaEnv7kernels9functions3expB3v35B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEd,@object
	.comm	_ZN08NumbaEnv7kernels9functions3expB3v35B68c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBF6jCIJo8Y_2fVAIplYFFNAE_3dEd,8,8
	.type	_ZN08NumbaEnv5numba7cpython8builtins6ol_max12_3clocals_3e4implB3v36B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dE15StarArgUniTupleIdLi2EE,@object
	.comm	_ZN08NumbaEnv5numba7cpython8builtins6ol_max12_3clocals_3e4implB3v36B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dE15StarArgUniTupleIdLi2EE,8,8
	.type	_ZN08NumbaEnv5numba7cpython8builtins6ol_min12_3clocals_3e4implB3v37B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dE15StarArgUniTupleIdLi2EE,@object
	.comm	_ZN08NumbaEnv5numba7cpython8builtins6ol_min12_3clocals_3e4implB3v37B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dE15StarArgUniTupleIdLi2EE,8,8
	.type	_ZN08NumbaEnv5numba7cpython7numbers11scalar_view12_3clocals_3e4implB3v38B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dEx18class_28float64_29,@object
	.comm	_ZN08NumbaEnv5numba7cpython7numbers11scalar_view12_3clocals_3e4implB3v38B54c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsCAQUQzVBFmRIMlNAE_3dEx18class_28float64_29,8,8
	.type	_ZN08NumbaEnv7kernels11activations5_reluB3v39B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE,@object
	.comm	_ZN08NumbaEnv7kernels11activations5_reluB3v39B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE,8,8
	.type	_ZN08NumbaEnv5numba7cpython8builtins6ol_max12_3clocals_3e4implB2v3B52c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAw4hWsFpNAA_3d_3dE15StarArgUniTupleIfLi2EE,@object
	.comm	_ZN08NumbaEnv5numba7cpython8builtins6ol_max12_3clocals_3e4implB2v3B52c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAw4hWsFpNAA_3d_3dE15StarArgUniTupleIfLi2EE,8,8
	.type	_ZN08NumbaEnv7kernels3mvm7abs_maxB3v40B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE,@object
	.comm	_ZN08NumbaEnv7kernels3mvm7abs_maxB3v40B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE,8,8
	.section	".note.GNU-stack","",@progbits
