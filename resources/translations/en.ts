<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="id_ID">
<context>
    <name>AccessButton</name>
    <message>
        <source>Akses aktif: {access}</source>
        <translation>Active access: {access}</translation>
    </message>
    <message>
        <source>Belum ada akses</source>
        <translation>No access yet</translation>
    </message>
    <message>
        <source>Keluar dari akun</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Manajemen Akses…</source>
        <translation>Access management…</translation>
    </message>
    <message>
        <source>s.d. {date}</source>
        <translation>until {date}</translation>
    </message>
</context>
<context>
    <name>ActPanel</name>
    <message>
        <source>Anda menandatangani {paper} {number} senilai {total} dengan {vendor}.</source>
        <translation>You are signing {paper} {number} worth {total} with {vendor}.</translation>
    </message>
    <message>
        <source>Anda menerima pesanan dan menandatangani {paper} {number} senilai {total} untuk {vendor}.</source>
        <translation>You are accepting the order and signing {paper} {number} worth {total} for {vendor}.</translation>
    </message>
    <message>
        <source>Luring</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Nomor BAST</source>
        <translation>BAST number</translation>
    </message>
    <message>
        <source>Tanda Tangani</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Tanda tangan hanya dapat dibuat saat tersambung. Dokumen tetap dapat dibaca.</source>
        <translation>Signing needs a connection. The document can still be read.</translation>
    </message>
    <message>
        <source>Tanda tangani</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Terima Pesanan dan Tanda Tangani</source>
        <translation>Accept order and sign</translation>
    </message>
    <message>
        <source>Terima pesanan</source>
        <translation>Accept order</translation>
    </message>
    <message>
        <source>Tolak Pesanan…</source>
        <translation>Decline order…</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Batas waktu</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Buat Surat Pesanan</source>
        <translation>Issue purchase letter</translation>
    </message>
    <message>
        <source>Buat Surat Pesanan?</source>
        <translation>Issue the purchase letter?</translation>
    </message>
    <message>
        <source>Daftar Persetujuan PPK</source>
        <translation>PPK approval list</translation>
    </message>
    <message>
        <source>Draf tersimpan {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <source>Giliran Anda</source>
        <translation>Your turn</translation>
    </message>
    <message>
        <source>Kembalikan</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Kembalikan ke PP?</source>
        <translation>Return to the PP?</translation>
    </message>
    <message>
        <source>Kembalikan ke PP…</source>
        <translation>Return to PP…</translation>
    </message>
    <message>
        <source>Keputusan belum tersimpan</source>
        <translation>The decision was not saved</translation>
    </message>
    <message>
        <source>Ketentuan Tambahan dan daftar periksa tersimpan sebagai draf.</source>
        <translation>Additional terms and checklist are saved as a draft.</translation>
    </message>
    <message>
        <source>Kewenangan {roles}</source>
        <translation>Within the authority of {roles}</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Menunggu</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Nomor pesanan tetap; negosiasi terbuka lagi di meja PP.</source>
        <translation>The order keeps its number; the negotiation reopens with the PP.</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Pesanan berakhir dan anggaran yang ditahan dilepas. Ini tidak dapat diurungkan.</source>
        <translation>The order ends and the reserved budget is released. This cannot be undone.</translation>
    </message>
    <message>
        <source>Pesanan ini tidak ada pada akses Anda. Pilih pesanan lain dari daftar.</source>
        <translation>This order is not part of your access. Choose another order from the list.</translation>
    </message>
    <message>
        <source>Pesanan muncul di sini setelah PP mengajukannya atau nego Anda dilanjutkan.</source>
        <translation>Orders appear here once a PP submits them or your own negotiation proceeds.</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu persetujuan</source>
        <translation>Nothing is waiting for approval</translation>
    </message>
    <message>
        <source>Tinjau {number}</source>
        <translation>Review {number}</translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Tolak pesanan?</source>
        <translation>Reject the order?</translation>
    </message>
    <message>
        <source>Tolak…</source>
        <translation>Reject…</translation>
    </message>
    <message>
        <source>diajukan {name}</source>
        <translation>submitted by {name}</translation>
    </message>
    <message>
        <source>hari ini</source>
        <translation>today</translation>
    </message>
    <message>
        <source>hemat {share}</source>
        <translation>saves {share}</translation>
    </message>
    <message>
        <source>{count} butir daftar periksa belum dicentang.</source>
        <translation>Checklist items not ticked yet: {count}.</translation>
    </message>
    <message>
        <source>{count} hari</source>
        <translation>{count} d</translation>
    </message>
    <message>
        <source>{count} menunggu</source>
        <translation>{count} waiting</translation>
    </message>
    <message>
        <source>{total} kepada {vendor}. Surat dapat dibaca dahulu sebelum ditandatangani.</source>
        <translation>{total} to {vendor}. The letter can be read before it is signed.</translation>
    </message>
    <message>
        <source>{total} {sign} {limit} pada harga tayang; dibeli oleh {role}.</source>
        <translation>{total} {sign} {limit} at listed prices; bought by {role}.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Tutup pemberitahuan</source>
        <translation>Close notice</translation>
    </message>
</context>
<context>
    <name>BargainPanel</name>
    <message>
        <source>Ajukan Harga Balasan</source>
        <translation>Send counter-offer</translation>
    </message>
    <message>
        <source>Ajukan Harga Baru</source>
        <translation>Send new offer</translation>
    </message>
    <message>
        <source>Ajukan ke PPK</source>
        <translation>Submit to PPK</translation>
    </message>
    <message>
        <source>Balasan Anda</source>
        <translation>Your counter-offer</translation>
    </message>
    <message>
        <source>Balasan penyedia</source>
        <translation>Vendor&apos;s counter-offer</translation>
    </message>
    <message>
        <source>Batalkan Nego…</source>
        <translation>Cancel negotiation…</translation>
    </message>
    <message>
        <source>Butir</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Butir yang dinegosiasikan</source>
        <translation>Items under negotiation</translation>
    </message>
    <message>
        <source>Catatan untuk pihak lain</source>
        <translation>Note to the other party</translation>
    </message>
    <message>
        <source>Harga tayang</source>
        <translation>Listed price</translation>
    </message>
    <message>
        <source>Hemat dari harga tayang</source>
        <translation>Saving on listed price</translation>
    </message>
    <message>
        <source>Isi angka, misalnya 5.</source>
        <translation>Enter a number, for example 5.</translation>
    </message>
    <message>
        <source>Isi kolom:</source>
        <translation>Fill column:</translation>
    </message>
    <message>
        <source>Isi sedikitnya satu harga baru; yang kosong tetap.</source>
        <translation>Enter at least one new price; empty ones stay as they are.</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Lanjut Proses Pesanan</source>
        <translation>Proceed with order</translation>
    </message>
    <message>
        <source>Ongkos kirim · Kurir Penyedia
{place}</source>
        <translation>Shipping · vendor&apos;s courier
{place}</translation>
    </message>
    <message>
        <source>Ongkos kirim · kurir pihak ketiga
{place}</source>
        <translation>Shipping · third-party courier
{place}</translation>
    </message>
    <message>
        <source>PDN</source>
        <translation>PDN</translation>
    </message>
    <message>
        <source>Samakan dengan tawaran pembeli</source>
        <translation>Match the buyer&apos;s offer</translation>
    </message>
    <message>
        <source>Selisih dari harga tayang</source>
        <translation>Difference from listed price</translation>
    </message>
    <message>
        <source>Setujui balasan</source>
        <translation>Agree to counter-offer</translation>
    </message>
    <message>
        <source>Setujui tawaran</source>
        <translation>Agree to offer</translation>
    </message>
    <message>
        <source>TKDN {share}</source>
        <translation>TKDN {share}</translation>
    </message>
    <message>
        <source>Tawaran Anda</source>
        <translation>Your offer</translation>
    </message>
    <message>
        <source>Tawaran baru</source>
        <translation>New offer</translation>
    </message>
    <message>
        <source>Tawaran baru: {item}</source>
        <translation>New offer: {item}</translation>
    </message>
    <message>
        <source>Tawaran pembeli</source>
        <translation>Buyer&apos;s offer</translation>
    </message>
    <message>
        <source>Tolak…</source>
        <translation>Reject…</translation>
    </message>
    <message>
        <source>Total balasan penyedia</source>
        <translation>Total of the vendor&apos;s counter-offer</translation>
    </message>
    <message>
        <source>Total bila tawaran Anda disetujui</source>
        <translation>Total if your offer is agreed</translation>
    </message>
    <message>
        <source>Total tawaran Anda</source>
        <translation>Total of your offer</translation>
    </message>
    <message>
        <source>Total tawaran pembeli</source>
        <translation>Total of the buyer&apos;s offer</translation>
    </message>
    <message>
        <source>Total yang disepakati</source>
        <translation>Agreed total</translation>
    </message>
    <message>
        <source>Turunkan semua</source>
        <translation>Lower all</translation>
    </message>
    <message>
        <source>Ulangi tawaran terakhir Anda</source>
        <translation>Repeat your last offer</translation>
    </message>
    <message>
        <source>di bawah {price}</source>
        <translation>below {price}</translation>
    </message>
    <message>
        <source>harus di bawah {price}</source>
        <translation>must be below {price}</translation>
    </message>
    <message>
        <source>paling rendah {price}</source>
        <translation>at least {price}</translation>
    </message>
    <message>
        <source>paling tinggi {price}</source>
        <translation>at most {price}</translation>
    </message>
    <message>
        <source>tetap</source>
        <translation>fixed</translation>
    </message>
    <message>
        <source>tetap {price}</source>
        <translation>fixed at {price}</translation>
    </message>
    <message>
        <source>{amount} · tayang {price}</source>
        <translation>{amount} · listed {price}</translation>
    </message>
    <message>
        <source>{count} harga perlu diperbaiki.</source>
        <translation>Prices to correct: {count}.</translation>
    </message>
    <message>
        <source>{name}
layanan tambahan</source>
        <translation>{name}
additional service</translation>
    </message>
</context>
<context>
    <name>BellButton</name>
    <message>
        <source>Notifikasi</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Notifikasi, {count} baru</source>
        <translation>Notifications, {count} new</translation>
    </message>
</context>
<context>
    <name>BellPopup</name>
    <message>
        <source>Belum ada notifikasi.</source>
        <translation>No notifications yet.</translation>
    </message>
    <message>
        <source>Notifikasi</source>
        <translation>Notifications</translation>
    </message>
</context>
<context>
    <name>BillCard</name>
    <message>
        <source>Atas nama rekening</source>
        <translation>Account holder</translation>
    </message>
    <message>
        <source>BAST</source>
        <translation>BAST</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Metode</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Nomor BAST</source>
        <translation>BAST number</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Pesanan {number}</source>
        <translation>Order {number}</translation>
    </message>
    <message>
        <source>RUP / MAK</source>
        <translation>RUP / MAK</translation>
    </message>
    <message>
        <source>Rekening</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Surat Pesanan</source>
        <translation>Purchase letter</translation>
    </message>
    <message>
        <source>Termin {no} dari {count}</source>
        <translation>Instalment {no} of {count}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Total pesanan</source>
        <translation>Order total</translation>
    </message>
    <message>
        <source>{date}, nomor {reference}</source>
        <translation>{date}, number {reference}</translation>
    </message>
</context>
<context>
    <name>BudgetCard</name>
    <message>
        <source>Cari kode, nama paket, atau MAK</source>
        <translation>Search code, package name or MAK</translation>
    </message>
    <message>
        <source>Kode RUP</source>
        <translation>RUP code</translation>
    </message>
    <message>
        <source>MAK</source>
        <translation>MAK</translation>
    </message>
    <message>
        <source>Pagu</source>
        <translation>Ceiling</translation>
    </message>
    <message>
        <source>Pagu RUP</source>
        <translation>RUP ceiling</translation>
    </message>
    <message>
        <source>Pagu {pagu}</source>
        <translation>Ceiling {pagu}</translation>
    </message>
    <message>
        <source>Paket ini tidak memuat MAK; ketik sendiri.</source>
        <translation>This package lists no MAK; type it yourself.</translation>
    </message>
    <message>
        <source>Pesanan ini</source>
        <translation>This order</translation>
    </message>
    <message>
        <source>RUP &amp; anggaran</source>
        <translation>RUP &amp; budget</translation>
    </message>
    <message>
        <source>RUP dan pagu</source>
        <translation>RUP and ceiling</translation>
    </message>
    <message>
        <source>Sisa sesudahnya</source>
        <translation>Left afterwards</translation>
    </message>
    <message>
        <source>Sumber dana</source>
        <translation>Source of funds</translation>
    </message>
    <message>
        <source>Terpakai</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>kurang {left}</source>
        <translation>short by {left}</translation>
    </message>
    <message>
        <source>pesanan ini</source>
        <translation>this order</translation>
    </message>
    <message>
        <source>pesanan ini {total}</source>
        <translation>this order {total}</translation>
    </message>
    <message>
        <source>sisa {left}</source>
        <translation>{left} left</translation>
    </message>
    <message>
        <source>terpakai</source>
        <translation>used</translation>
    </message>
    <message>
        <source>terpakai {used}</source>
        <translation>{used} used</translation>
    </message>
    <message>
        <source>{source} {year} · pagu {pagu} · sisa {left}</source>
        <translation>{source} {year} · ceiling {pagu} · {left} left</translation>
    </message>
</context>
<context>
    <name>BusyOverlay</name>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>CartPage</name>
    <message>
        <source>Buka Katalog</source>
        <translation>Open catalogue</translation>
    </message>
    <message>
        <source>Cari produk di Katalog, lalu tekan Tambah Keranjang.</source>
        <translation>Find a product in the catalogue, then press Add to cart.</translation>
    </message>
    <message>
        <source>Jumlah harga {goods} sebelum pajak dan ongkir</source>
        <translation>Goods {goods} before tax and shipping</translation>
    </message>
    <message>
        <source>Kembalikan</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Keranjang</source>
        <translation>Cart</translation>
    </message>
    <message>
        <source>Keranjang kosong</source>
        <translation>The cart is empty</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Satu checkout hanya untuk satu penyedia; tiap penyedia menjadi pesanan tersendiri.</source>
        <translation>One checkout is for one vendor only; each vendor becomes a separate order.</translation>
    </message>
    <message>
        <source>{count} dari {most} baris</source>
        <translation>{count} of {most} lines</translation>
    </message>
    <message>
        <source>{name} dikeluarkan dari Keranjang.</source>
        <translation>{name} was removed from the cart.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Berat</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>Harga</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>Jenis penyedia</source>
        <translation>Type of vendor</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Merek</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>PDN</source>
        <translation>PDN</translation>
    </message>
    <message>
        <source>PKP</source>
        <translation>VAT-registered (PKP)</translation>
    </message>
    <message>
        <source>PPN dibebaskan</source>
        <translation>exempt from VAT</translation>
    </message>
    <message>
        <source>PPN tidak dipungut</source>
        <translation>VAT not collected</translation>
    </message>
    <message>
        <source>Pajak</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Perbandingan produk</source>
        <translation>Product comparison</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Stok</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>TKDN + BMP</source>
        <translation>TKDN + BMP</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>bukan PKP</source>
        <translation>not VAT-registered</translation>
    </message>
    <message>
        <source>bukan UMKK</source>
        <translation>not UMKK</translation>
    </message>
    <message>
        <source>bukan objek PPN</source>
        <translation>outside the scope of VAT</translation>
    </message>
    <message>
        <source>habis</source>
        <translation>out of stock</translation>
    </message>
    <message>
        <source>kena PPN</source>
        <translation>subject to VAT</translation>
    </message>
    <message>
        <source>kena PPN, barang mewah</source>
        <translation>subject to VAT, luxury goods</translation>
    </message>
    <message>
        <source>tanpa berat kirim</source>
        <translation>no shipping weight</translation>
    </message>
    <message>
        <source>{grams} gram per {unit}</source>
        <translation>{grams} g per {unit}</translation>
    </message>
    <message>
        <source>{kilograms} kg per {unit}</source>
        <translation>{kilograms} kg per {unit}</translation>
    </message>
    <message>
        <source>{sum} (TKDN {tkdn} + BMP {bmp})</source>
        <translation>{sum} (TKDN {tkdn} + BMP {bmp})</translation>
    </message>
</context>
<context>
    <name>CatalogueFilters</name>
    <message>
        <source>Cari produk</source>
        <translation>Search products</translation>
    </message>
    <message>
        <source>Hapus saringan</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Harga dari</source>
        <translation>Price from</translation>
    </message>
    <message>
        <source>Harga sampai</source>
        <translation>Price to</translation>
    </message>
    <message>
        <source>Harga terendah</source>
        <translation>Lowest price</translation>
    </message>
    <message>
        <source>Harga tertinggi</source>
        <translation>Highest price</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Nama produk, merek, atau penyedia…</source>
        <translation>Product name, brand or vendor…</translation>
    </message>
    <message>
        <source>PDN</source>
        <translation>PDN</translation>
    </message>
    <message>
        <source>Paling sesuai</source>
        <translation>Best match</translation>
    </message>
    <message>
        <source>Semua kategori</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>Stok tersedia</source>
        <translation>In stock</translation>
    </message>
    <message>
        <source>TKDN + BMP tertinggi</source>
        <translation>Highest TKDN + BMP</translation>
    </message>
    <message>
        <source>Terbaru</source>
        <translation>Newest</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>Urutkan</source>
        <translation>Sort by</translation>
    </message>
</context>
<context>
    <name>CataloguePageView</name>
    <message>
        <source>Bandingkan</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Bandingkan ({count})</source>
        <translation>Compare ({count})</translation>
    </message>
    <message>
        <source>Hapus saringan</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Harga</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Hasil pencarian</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>Katalog</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Katalog belum pernah diunduh. Sambungkan ke peladen; unduhan dimulai sendiri.</source>
        <translation>The catalogue has never been downloaded. Connect to the server; the download starts by itself.</translation>
    </message>
    <message>
        <source>Katalog diunduh begitu tersambung ke peladen.</source>
        <translation>The catalogue is downloaded as soon as the server can be reached.</translation>
    </message>
    <message>
        <source>Katalog ini diunduh {moment}. Harga dan stok mungkin berubah; checkout memeriksanya lagi.</source>
        <translation>This catalogue was downloaded {moment}. Prices and stock may have changed; checkout verifies them again.</translation>
    </message>
    <message>
        <source>Katalog masih kosong</source>
        <translation>The catalogue is still empty</translation>
    </message>
    <message>
        <source>Katalog per {moment}</source>
        <translation>Catalogue as of {moment}</translation>
    </message>
    <message>
        <source>Kosongkan perbandingan</source>
        <translation>Clear comparison</translation>
    </message>
    <message>
        <source>Longgarkan saringan atau coba kata lain.</source>
        <translation>Loosen the filters or try other words.</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Periksa ejaan atau coba kata lain.</source>
        <translation>Check the spelling or try other words.</translation>
    </message>
    <message>
        <source>Pilih sedikitnya dua produk.</source>
        <translation>Choose at least two products.</translation>
    </message>
    <message>
        <source>Produk</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Stok</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>TKDN + BMP</source>
        <translation>TKDN + BMP</translation>
    </message>
    <message>
        <source>Tidak ada produk yang cocok</source>
        <translation>No product matches</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>per {unit}</source>
        <translation>per {unit}</translation>
    </message>
    <message>
        <source>{count} produk</source>
        <translation>{count} found</translation>
    </message>
</context>
<context>
    <name>ChannelCard</name>
    <message>
        <source>Luring: metode dipilih saat tersambung.</source>
        <translation>Offline: the method is chosen once connected.</translation>
    </message>
    <message>
        <source>Pilih Metode</source>
        <translation>Choose method</translation>
    </message>
    <message>
        <source>Pilih metode pembayaran</source>
        <translation>Choose the payment method</translation>
    </message>
    <message>
        <source>Tanpa batas nilai.</source>
        <translation>No limit on the amount.</translation>
    </message>
    <message>
        <source>Untuk nilai di bawah {limit}.</source>
        <translation>For amounts below {limit}.</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Tidak ada yang kurang.</source>
        <translation>Nothing is missing.</translation>
    </message>
</context>
<context>
    <name>Checkout</name>
    <message>
        <source> atau </source>
        <translation> or </translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>Batas nilai</source>
        <translation>Value limit</translation>
    </message>
    <message>
        <source>Cara pembayaran</source>
        <translation>Payment terms</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Dapat diproses {roles}. Selisih {gap} dari batas.</source>
        <translation>{roles} may process this. {gap} below the limit.</translation>
    </message>
    <message>
        <source>Desa/kelurahan atau kecamatan</source>
        <translation>Village or district</translation>
    </message>
    <message>
        <source>Harga tayang</source>
        <translation>Listed price</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Jumlah per lokasi</source>
        <translation>Quantities per place</translation>
    </message>
    <message>
        <source>Kode RUP</source>
        <translation>RUP code</translation>
    </message>
    <message>
        <source>Kode pos</source>
        <translation>Postal code</translation>
    </message>
    <message>
        <source>Kurir</source>
        <translation>Courier</translation>
    </message>
    <message>
        <source>Kurir Penyedia</source>
        <translation>Vendor&apos;s courier</translation>
    </message>
    <message>
        <source>Kurir pihak ketiga</source>
        <translation>Third-party courier</translation>
    </message>
    <message>
        <source>Langsung (LS)</source>
        <translation>Direct (LS)</translation>
    </message>
    <message>
        <source>Lokasi pengiriman</source>
        <translation>Delivery place</translation>
    </message>
    <message>
        <source>MAK</source>
        <translation>MAK</translation>
    </message>
    <message>
        <source>Metode pembayaran</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>Nama penerima</source>
        <translation>Recipient&apos;s name</translation>
    </message>
    <message>
        <source>Nomor telepon</source>
        <translation>Telephone number</translation>
    </message>
    <message>
        <source>PPK peninjau</source>
        <translation>Reviewing PPK</translation>
    </message>
    <message>
        <source>Penawaran awal</source>
        <translation>Opening offer</translation>
    </message>
    <message>
        <source>Penawaran ongkir</source>
        <translation>Shipping offer</translation>
    </message>
    <message>
        <source>Permintaan tiba</source>
        <translation>Requested arrival</translation>
    </message>
    <message>
        <source>Pernyataan</source>
        <translation>Declaration</translation>
    </message>
    <message>
        <source>Sampai batas ini wewenang {roles}. Minta {roles} membuat pesanan ini.</source>
        <translation>Up to this limit the authority lies with {roles}. Ask {roles} to place this order.</translation>
    </message>
    <message>
        <source>Sekaligus (1 termin)</source>
        <translation>In one payment (1 instalment)</translation>
    </message>
    <message>
        <source>Tepat di batas: masih dapat diproses {roles}.</source>
        <translation>Exactly at the limit: {roles} may still process this.</translation>
    </message>
    <message>
        <source>Termin per lokasi pengiriman</source>
        <translation>One instalment per delivery place</translation>
    </message>
    <message>
        <source>Uang Persediaan (UP)</source>
        <translation>Advance (UP)</translation>
    </message>
    <message>
        <source>Wewenang {roles}. {gap} di atas batas.</source>
        <translation>Authority of {roles}. {gap} above the limit.</translation>
    </message>
    <message>
        <source>belum diisi</source>
        <translation>not filled in yet</translation>
    </message>
    <message>
        <source>lokasi {no}</source>
        <translation>place {no}</translation>
    </message>
    <message>
        <source>perlu diperbaiki</source>
        <translation>needs correction</translation>
    </message>
    <message>
        <source>{gap} di atas batas. Kurangi jumlah barang, atau minta {roles} membuat pesanan ini.</source>
        <translation>{gap} above the limit. Reduce quantities, or ask {roles} to place this order.</translation>
    </message>
</context>
<context>
    <name>CheckoutPage</name>
    <message>
        <source>Bagian checkout</source>
        <translation>Checkout sections</translation>
    </message>
    <message>
        <source>Barang &amp; harga</source>
        <translation>Goods &amp; prices</translation>
    </message>
    <message>
        <source>Belum dapat diajukan: {why}</source>
        <translation>Cannot be submitted yet: {why}</translation>
    </message>
    <message>
        <source>Buka Keranjang</source>
        <translation>Open cart</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Checkout</source>
        <translation>Checkout</translation>
    </message>
    <message>
        <source>Draf · menyimpan…</source>
        <translation>Draft · saving…</translation>
    </message>
    <message>
        <source>Draf · tersimpan {time} di perangkat ini</source>
        <translation>Draft · saved {time} on this device</translation>
    </message>
    <message>
        <source>Hapus draf</source>
        <translation>Delete draft</translation>
    </message>
    <message>
        <source>Hapus draf checkout ini?</source>
        <translation>Delete this checkout draft?</translation>
    </message>
    <message>
        <source>Isian checkout hilang dari perangkat ini. Barang tetap ada di Keranjang.</source>
        <translation>The checkout form is removed from this device. The goods stay in the cart.</translation>
    </message>
    <message>
        <source>Lokasi kirim</source>
        <translation>Delivery places</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>PPK peninjau</source>
        <translation>Reviewing PPK</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Pilih barang satu penyedia di Keranjang, lalu tekan Checkout.</source>
        <translation>Select one vendor&apos;s goods in the cart, then press Checkout.</translation>
    </message>
    <message>
        <source>RUP &amp; anggaran</source>
        <translation>RUP &amp; budget</translation>
    </message>
    <message>
        <source>Tidak ada checkout yang dikerjakan</source>
        <translation>No checkout in progress</translation>
    </message>
    <message>
        <source>{count} produk</source>
        <translation>{count} found</translation>
    </message>
</context>
<context>
    <name>CheckoutPanel</name>
    <message>
        <source>Ajukan Negosiasi</source>
        <translation>Submit negotiation</translation>
    </message>
    <message>
        <source>Anda sedang luring. Pengajuan masuk Kotak Keluar dan baru dihitung sebagai pesanan ketika nomor dari peladen diterima.</source>
        <translation>You are offline. The submission goes to the outbox and counts as an order only once the server has given it a number.</translation>
    </message>
    <message>
        <source>Bukan wewenang Anda</source>
        <translation>Outside your authority</translation>
    </message>
    <message>
        <source>DPP nilai lain {factor}</source>
        <translation>Tax base {factor}</translation>
    </message>
    <message>
        <source>Harga produk</source>
        <translation>Product price</translation>
    </message>
    <message>
        <source>Kurir pihak ketiga</source>
        <translation>Third-party courier</translation>
    </message>
    <message>
        <source>Layanan tambahan</source>
        <translation>Additional service</translation>
    </message>
    <message>
        <source>Lebih rendah</source>
        <translation>Lower</translation>
    </message>
    <message>
        <source>Lengkapi {count} hal di bawah dahulu.</source>
        <translation>Complete the points below first ({count}).</translation>
    </message>
    <message>
        <source>Ongkos kirim</source>
        <translation>Shipping</translation>
    </message>
    <message>
        <source>PPN (penyedia bukan PKP)</source>
        <translation>VAT (vendor not VAT-registered)</translation>
    </message>
    <message>
        <source>PPN {rate}</source>
        <translation>VAT {rate}</translation>
    </message>
    <message>
        <source>Penawaran awal Anda</source>
        <translation>Your opening offer</translation>
    </message>
    <message>
        <source>Penyedia menerima penawaran Anda begitu peladen memberi nomor pesanan.</source>
        <translation>The vendor receives your offer as soon as the server gives the order its number.</translation>
    </message>
    <message>
        <source>Ringkasan</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Sedang diajukan…</source>
        <translation>Submitting…</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Wewenang Anda</source>
        <translation>Within your authority</translation>
    </message>
    <message>
        <source>Yang masih kurang</source>
        <translation>Still missing</translation>
    </message>
    <message>
        <source>dan {count} lagi</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>{saved} ({share})</source>
        <translation>{saved} ({share})</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>Asli dan utuh, {count} tanda tangan sah</source>
        <translation>Authentic and intact, valid signatures: {count}</translation>
    </message>
    <message>
        <source>Belum diperiksa.</source>
        <translation>Not checked yet.</translation>
    </message>
    <message>
        <source>Gagal</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Jangan dipakai sebelum jelas sebabnya.</source>
        <translation>Do not use it before the cause is clear.</translation>
    </message>
    <message>
        <source>Keaslian dokumen</source>
        <translation>Authenticity</translation>
    </message>
    <message>
        <source>Lulus</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Naskah asli, belum ditandatangani</source>
        <translation>Original document, not signed yet</translation>
    </message>
    <message>
        <source>Sebagian belum dapat diperiksa</source>
        <translation>Some checks are still open</translation>
    </message>
    <message>
        <source>Terbuka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Verifikasi</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>{count} pemeriksaan gagal</source>
        <translation>Failed checks: {count}</translation>
    </message>
</context>
<context>
    <name>CodeInput</name>
    <message>
        <source>{label}, angka {place} dari {count}</source>
        <translation>{label}, digit {place} of {count}</translation>
    </message>
</context>
<context>
    <name>ComboField</name>
    <message>
        <source>Pilih…</source>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Cari halaman, nomor pesanan, produk, tindakan</source>
        <translation>Search pages, order numbers, products, actions</translation>
    </message>
    <message>
        <source>Cari halaman, nomor pesanan, produk…</source>
        <translation>Search pages, order numbers, products…</translation>
    </message>
    <message>
        <source>Halaman</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Hasil pencarian</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok.</source>
        <translation>Nothing matches.</translation>
    </message>
    <message>
        <source>Tindakan</source>
        <translation>Actions</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Alasan masih terlalu pendek: paling sedikit {count} huruf.</source>
        <translation>The reason is too short: at least {count} characters.</translation>
    </message>
    <message>
        <source>Paling sedikit {count} huruf; dibaca oleh pihak lain.</source>
        <translation>At least {count} characters; the other party reads it.</translation>
    </message>
    <message>
        <source>Tidak jadi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DateRangeField</name>
    <message>
        <source>Tanggal akhir lebih awal daripada tanggal awal.</source>
        <translation>The end date is earlier than the start date.</translation>
    </message>
    <message>
        <source>{label}, dari</source>
        <translation>{label}, from</translation>
    </message>
    <message>
        <source>{label}, sampai</source>
        <translation>{label}, to</translation>
    </message>
</context>
<context>
    <name>DecisionCard</name>
    <message>
        <source>Alamat dan waktu pengiriman benar</source>
        <translation>Delivery addresses and dates are right</translation>
    </message>
    <message>
        <source>Baris pajak sudah diperiksa</source>
        <translation>Tax lines have been checked</translation>
    </message>
    <message>
        <source>Daftar periksa</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>Harga wajar dan sudah dinegosiasikan</source>
        <translation>The price is fair and has been negotiated</translation>
    </message>
    <message>
        <source>Identitas dan status penyedia sesuai</source>
        <translation>The vendor&apos;s identity and status are in order</translation>
    </message>
    <message>
        <source>Ketentuan Tambahan</source>
        <translation>Additional terms</translation>
    </message>
    <message>
        <source>Nilai sesuai kewenangan pelaksana</source>
        <translation>The value is within the buyer&apos;s authority</translation>
    </message>
    <message>
        <source>RUP, MAK, dan pagu tepat serta cukup</source>
        <translation>RUP, MAK and ceiling are right and sufficient</translation>
    </message>
    <message>
        <source>Spesifikasi sesuai kebutuhan</source>
        <translation>The specification meets the need</translation>
    </message>
    <message>
        <source>Tercetak pada Surat Pesanan; boleh kosong.</source>
        <translation>Printed on the purchase letter; may stay empty.</translation>
    </message>
    <message>
        <source>Tidak ada benturan kepentingan</source>
        <translation>There is no conflict of interest</translation>
    </message>
    <message>
        <source>{done} dari {whole}</source>
        <translation>{done} of {whole}</translation>
    </message>
</context>
<context>
    <name>DeliveryCard</name>
    <message>
        <source>Kurir</source>
        <translation>Courier</translation>
    </message>
    <message>
        <source>Kurir Penyedia</source>
        <translation>Vendor&apos;s courier</translation>
    </message>
    <message>
        <source>Kurir pihak ketiga</source>
        <translation>Third-party courier</translation>
    </message>
    <message>
        <source>Lokasi pengiriman</source>
        <translation>Delivery place</translation>
    </message>
    <message>
        <source>Penerima dan alamat</source>
        <translation>Recipient and address</translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>Permintaan tiba</source>
        <translation>Requested arrival</translation>
    </message>
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Dokumen ini tidak dapat ditampilkan. Berkasnya mungkin rusak; unduh ulang.</source>
        <translation>This document cannot be shown. The file may be damaged; download it again.</translation>
    </message>
    <message>
        <source>Halaman {page} dari {count}</source>
        <translation>Page {page} of {count}</translation>
    </message>
    <message>
        <source>Menyiapkan pratinjau…</source>
        <translation>Preparing preview…</translation>
    </message>
    <message>
        <source>Perbesar</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Perkecil</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Selebar halaman</source>
        <translation>Fit width</translation>
    </message>
</context>
<context>
    <name>DocumentsCard</name>
    <message>
        <source>BAST</source>
        <translation>BAST</translation>
    </message>
    <message>
        <source>Belum ada. Surat Pesanan dibuat oleh PPK.</source>
        <translation>None yet. The PPK issues the purchase letter.</translation>
    </message>
    <message>
        <source>Belum ditandatangani</source>
        <translation>Not signed yet</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Buka {kind} {number}</source>
        <translation>Open {kind} {number}</translation>
    </message>
    <message>
        <source>Ditandatangani 1/2</source>
        <translation>Signed 1/2</translation>
    </message>
    <message>
        <source>Ditandatangani 2/2</source>
        <translation>Signed 2/2</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Surat Pesanan</source>
        <translation>Purchase letter</translation>
    </message>
</context>
<context>
    <name>DraftsCard</name>
    <message>
        <source>Balasan nego · {title}</source>
        <translation>Negotiation reply · {title}</translation>
    </message>
    <message>
        <source>Checkout · {title}</source>
        <translation>Checkout · {title}</translation>
    </message>
    <message>
        <source>Draf</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Tidak ada draf di perangkat ini.</source>
        <translation>No drafts on this device.</translation>
    </message>
    <message>
        <source>Tinjauan · {title}</source>
        <translation>Review · {title}</translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>Keterangan teknis</source>
        <translation>Technical details</translation>
    </message>
    <message>
        <source>Salin laporan</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>Tersalin</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Yang dapat dilakukan</source>
        <translation>What you can do</translation>
    </message>
    <message>
        <source>Yang tersimpan</source>
        <translation>What was kept</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>wajib</source>
        <translation>required</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Tidak jadi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Atur ulang kantor latihan</source>
        <translation>Reset the training office</translation>
    </message>
    <message>
        <source>Keluar dari akun</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Sinkronkan sekarang</source>
        <translation>Synchronise now</translation>
    </message>
    <message>
        <source>Tema gelap</source>
        <translation>Dark theme</translation>
    </message>
    <message>
        <source>Tema mengikuti sistem</source>
        <translation>System theme</translation>
    </message>
    <message>
        <source>Tema terang</source>
        <translation>Light theme</translation>
    </message>
</context>
<context>
    <name>GoodsCard</name>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>Barang &amp; penawaran awal</source>
        <translation>Goods &amp; opening offer</translation>
    </message>
    <message>
        <source>Barang dan nilai</source>
        <translation>Goods and amounts</translation>
    </message>
    <message>
        <source>Barang dan penawaran awal</source>
        <translation>Goods and opening offer</translation>
    </message>
    <message>
        <source>Harga satuan</source>
        <translation>Unit price</translation>
    </message>
    <message>
        <source>Hemat dari harga tayang</source>
        <translation>Saving on listed price</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Jumlah harga</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Jumlah penawaran</source>
        <translation>Offer amount</translation>
    </message>
    <message>
        <source>Keluarkan dari checkout ini</source>
        <translation>Remove from this checkout</translation>
    </message>
    <message>
        <source>MAK {mak}</source>
        <translation>MAK {mak}</translation>
    </message>
    <message>
        <source>Ongkos kirim</source>
        <translation>Shipping</translation>
    </message>
    <message>
        <source>Ongkos kirim dan layanan</source>
        <translation>Shipping and services</translation>
    </message>
    <message>
        <source>PPN</source>
        <translation>VAT</translation>
    </message>
    <message>
        <source>Penawaran awal</source>
        <translation>Opening offer</translation>
    </message>
    <message>
        <source>Penawaran ongkir</source>
        <translation>Shipping offer</translation>
    </message>
    <message>
        <source>Penawaran pertama mencakup semua barang dan ongkir, masing-masing di bawah harga tayang dan sebelum pajak. Penyedia menjawab dalam {days} hari kerja.</source>
        <translation>The opening offer covers all goods and shipping, each below its listed price and before tax. The vendor answers within {days} working days.</translation>
    </message>
    <message>
        <source>RUP {code} {name}</source>
        <translation>RUP {code} {name}</translation>
    </message>
    <message>
        <source>Semua penawaran di bawah harga tayang</source>
        <translation>All offers are below the listed price</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>harga berubah: {seen} menjadi {price} per {unit}</source>
        <translation>price changed from {seen} to {price} per {unit}</translation>
    </message>
    <message>
        <source>tayang {price} per {unit}</source>
        <translation>listed {price} per {unit}</translation>
    </message>
    <message>
        <source>tidak ada lagi di katalog</source>
        <translation>no longer in the catalogue</translation>
    </message>
    <message>
        <source>{count} harga Anda isi sendiri; memilih lagi menggantinya.</source>
        <translation>You entered {count} of the prices yourself; choosing again replaces them.</translation>
    </message>
    <message>
        <source>{count} kg</source>
        <translation>{count} kg</translation>
    </message>
    <message>
        <source>{count} produk</source>
        <translation>{count} found</translation>
    </message>
    <message>
        <source>{lowest} sampai {highest}</source>
        <translation>{lowest} to {highest}</translation>
    </message>
    <message>
        <source>{name}
PDN</source>
        <translation>{name}
PDN</translation>
    </message>
    <message>
        <source>{place} · tayang {price}</source>
        <translation>{place} · listed {price}</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Ajukan ke PPK</source>
        <translation>Submit to PPK</translation>
    </message>
    <message>
        <source>Buat BAST</source>
        <translation>Issue BAST</translation>
    </message>
    <message>
        <source>Jawab harga balasan</source>
        <translation>Answer counter-offer</translation>
    </message>
    <message>
        <source>Jawab penawaran pembeli</source>
        <translation>Answer buyer&apos;s offer</translation>
    </message>
    <message>
        <source>Kirim barang</source>
        <translation>Ship goods</translation>
    </message>
    <message>
        <source>Konfirmasi pembayaran</source>
        <translation>Confirm payment</translation>
    </message>
    <message>
        <source>Lanjutkan proses pesanan</source>
        <translation>Proceed with order</translation>
    </message>
    <message>
        <source>Periksa barang</source>
        <translation>Inspect goods</translation>
    </message>
    <message>
        <source>Periksa yang tidak diterima</source>
        <translation>Check what was not accepted</translation>
    </message>
    <message>
        <source>Pilih metode pembayaran</source>
        <translation>Choose the payment method</translation>
    </message>
    <message>
        <source>Tanda tangani BAST</source>
        <translation>Sign BAST</translation>
    </message>
    <message>
        <source>Tanda tangani Surat Pesanan</source>
        <translation>Sign purchase letter</translation>
    </message>
    <message>
        <source>Tandai pesanan tiba</source>
        <translation>Mark order as arrived</translation>
    </message>
    <message>
        <source>Terima pesanan</source>
        <translation>Accept order</translation>
    </message>
    <message>
        <source>Tinjau &amp; buat Surat Pesanan</source>
        <translation>Review &amp; issue purchase letter</translation>
    </message>
    <message>
        <source>belum bernomor</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>nego turun {share}</source>
        <translation>negotiated down {share}</translation>
    </message>
    <message>
        <source>putaran {no}</source>
        <translation>round {no}</translation>
    </message>
    <message>
        <source>termin {no} dari {count}</source>
        <translation>instalment {no} of {count}</translation>
    </message>
    <message>
        <source>{sent} dari {count} lokasi dikirim</source>
        <translation>{sent} of {count} places shipped</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Menunggu tindakan Anda</source>
        <translation>Waiting for you</translation>
    </message>
    <message>
        <source>Semua pesanan</source>
        <translation>All orders</translation>
    </message>
    <message>
        <source>{count} jatuh tempo hari ini</source>
        <translation>{count} due today</translation>
    </message>
</context>
<context>
    <name>IncomeCard</name>
    <message>
        <source>Belum dibayar</source>
        <translation>Not paid yet</translation>
    </message>
    <message>
        <source>Menunggu BAST</source>
        <translation>Awaiting BAST</translation>
    </message>
    <message>
        <source>Menunggu pembayaran</source>
        <translation>Awaiting payment</translation>
    </message>
    <message>
        <source>Sedang dikerjakan</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Sudah dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Uang dalam perjalanan</source>
        <translation>Money on its way</translation>
    </message>
</context>
<context>
    <name>InspectCard</name>
    <message>
        <source>BAST hanya dapat dibuat bila pernyataan ini benar.</source>
        <translation>The BAST can only be issued if this statement is true.</translation>
    </message>
    <message>
        <source>Barang berfungsi dan sesuai spesifikasi.</source>
        <translation>The goods work and meet the specification.</translation>
    </message>
    <message>
        <source>Barang diterima tepat waktu.</source>
        <translation>The goods were received on time.</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Dihitung dari {base} sebelum PPN ({source}). Sebagai informasi; dipotong saat pembayaran bila pernyataan tepat waktu tidak dicentang.</source>
        <translation>Computed from {base} before VAT ({source}). For information; deducted from the payment if the statement on timeliness is not ticked.</translation>
    </message>
    <message>
        <source>Diminta tiba paling lambat {date}.</source>
        <translation>Requested to arrive by {date}.</translation>
    </message>
    <message>
        <source>Isi tanggal selesai, paling lambat hari ini.</source>
        <translation>Enter the completion date, today at the latest.</translation>
    </message>
    <message>
        <source>Jumlah barang sesuai pesanan.</source>
        <translation>The quantities match the order.</translation>
    </message>
    <message>
        <source>Luring: pemeriksaan disimpan saat tersambung.</source>
        <translation>Offline: the inspection can be saved once connected.</translation>
    </message>
    <message>
        <source>Pemeriksaan Tepat Guna</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>Simpan Pemeriksaan dan Lanjut ke BAST</source>
        <translation>Save inspection and go on to BAST</translation>
    </message>
    <message>
        <source>Tanggal selesai</source>
        <translation>Completion date</translation>
    </message>
    <message>
        <source>Terlambat {days} hari, denda {penalty}</source>
        <translation>Late by {days} d, penalty {penalty}</translation>
    </message>
</context>
<context>
    <name>ItemsCard</name>
    <message>
        <source>BMP {share}</source>
        <translation>BMP {share}</translation>
    </message>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>Barang, harga, dan pembanding</source>
        <translation>Goods, prices and comparison</translation>
    </message>
    <message>
        <source>Disepakati</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Harga tayang</source>
        <translation>Listed price</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>PDN</source>
        <translation>PDN</translation>
    </message>
    <message>
        <source>TKDN {share}</source>
        <translation>TKDN {share}</translation>
    </message>
    <message>
        <source>Termurah sejenis</source>
        <translation>Cheapest alike</translation>
    </message>
    <message>
        <source>harga ini +{share}</source>
        <translation>this price +{share}</translation>
    </message>
    <message>
        <source>harga ini −{share}</source>
        <translation>this price −{share}</translation>
    </message>
    <message>
        <source>impor atau tanpa PDN</source>
        <translation>imported or not PDN</translation>
    </message>
    <message>
        <source>tidak ada
di katalog lokal</source>
        <translation>none in the
local catalogue</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Buat Kunci</source>
        <translation>Make key</translation>
    </message>
    <message>
        <source>Frasa sandi cukup kuat dan sama.</source>
        <translation>The passphrase is strong enough and the repetition matches.</translation>
    </message>
    <message>
        <source>Frasa sandi kunci</source>
        <translation>Key passphrase</translation>
    </message>
    <message>
        <source>Frasa sandi tidak dapat dipulihkan siapa pun. Bila lupa, buat kunci baru.</source>
        <translation>Nobody can recover the passphrase. If you forget it, make a new key.</translation>
    </message>
    <message>
        <source>Komputer ini belum punya kunci tanda tangan Anda. Kunci dibuat dan disimpan di sini, terkunci oleh frasa sandi; kunci tidak pernah dikirim. Peladen hanya menerbitkan sertifikat.</source>
        <translation>This computer has no signing key of yours yet. The key is made and kept here, locked by a passphrase, and is never sent anywhere. The server only issues the certificate.</translation>
    </message>
    <message>
        <source>Masih kurang: {lacks}.</source>
        <translation>Still missing: {lacks}.</translation>
    </message>
    <message>
        <source>Ulangi frasa sandi</source>
        <translation>Repeat passphrase</translation>
    </message>
    <message>
        <source>angka, spasi, atau tanda</source>
        <translation>a digit, space or sign</translation>
    </message>
    <message>
        <source>huruf</source>
        <translation>a letter</translation>
    </message>
    <message>
        <source>ulangan yang sama</source>
        <translation>a matching repetition</translation>
    </message>
    <message>
        <source>{count} huruf lagi</source>
        <translation>{count} more characters</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Bagian</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Data wilayah</source>
        <translation>Region data</translation>
    </message>
    <message>
        <source>Huruf Noto Sans</source>
        <translation>Noto Sans typeface</translation>
    </message>
    <message>
        <source>Lisensi</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Naskah lisensi</source>
        <translation>Licence text</translation>
    </message>
    <message>
        <source>Qt dan PySide6 dipakai menurut GNU Lesser General Public License versi 3 dan tidak diubah. Keduanya dipasang sebagai pustaka terpisah dan boleh diganti dengan versi lain yang cocok.

Naskah lisensi: https://www.gnu.org/licenses/lgpl-3.0.html
Kode sumber: https://download.qt.io/official_releases/</source>
        <translation>Qt and PySide6 are used unchanged under the GNU Lesser General Public License, version 3. They are installed as separate libraries and may be replaced by other compatible versions.

Licence text: https://www.gnu.org/licenses/lgpl-3.0.html
Source code: https://download.qt.io/official_releases/</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>DPP nilai lain</source>
        <translation>Tax base</translation>
    </message>
    <message>
        <source>Harga dan pajak</source>
        <translation>Prices and tax</translation>
    </message>
    <message>
        <source>Hemat {amount} · {share} dari harga tayang</source>
        <translation>Saves {amount} · {share} of the listed price</translation>
    </message>
    <message>
        <source>Kurir Penyedia</source>
        <translation>Vendor&apos;s courier</translation>
    </message>
    <message>
        <source>Kurir pihak ketiga</source>
        <translation>Third-party courier</translation>
    </message>
    <message>
        <source>Layanan tambahan</source>
        <translation>Additional service</translation>
    </message>
    <message>
        <source>PPN</source>
        <translation>VAT</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{count} putaran: {totals}</source>
        <translation>Rounds ({count}): {totals}</translation>
    </message>
</context>
<context>
    <name>MultilineField</name>
    <message>
        <source>Tersisa {count} huruf.</source>
        <translation>{count} characters left.</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>lengkap</source>
        <translation>complete</translation>
    </message>
</context>
<context>
    <name>NegotiationList</name>
    <message>
        <source>Ajukan negosiasi dari checkout di Keranjang.</source>
        <translation>Submit a negotiation from the checkout in the cart.</translation>
    </message>
    <message>
        <source>Balasan ditolak, periksa</source>
        <translation>Reply not accepted, check</translation>
    </message>
    <message>
        <source>Batas waktu</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Belum ada negosiasi</source>
        <translation>No negotiations yet</translation>
    </message>
    <message>
        <source>Cari negosiasi</source>
        <translation>Search negotiations</translation>
    </message>
    <message>
        <source>Daftar negosiasi</source>
        <translation>Negotiations</translation>
    </message>
    <message>
        <source>Giliran</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Nomor, penyedia, produk…</source>
        <translation>Number, vendor, product…</translation>
    </message>
    <message>
        <source>Pembeli</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Tawaran pembeli muncul di sini begitu diajukan.</source>
        <translation>Buyers&apos; offers appear here once they are submitted.</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Ubah atau hapus kata pencarian.</source>
        <translation>Change or clear the search words.</translation>
    </message>
    <message>
        <source>harga disepakati</source>
        <translation>prices agreed</translation>
    </message>
    <message>
        <source>putaran {no}</source>
        <translation>round {no}</translation>
    </message>
</context>
<context>
    <name>NegotiationPage</name>
    <message>
        <source>Ajukan</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>Ajukan ke PPK?</source>
        <translation>Submit to the PPK?</translation>
    </message>
    <message>
        <source>Anda menawar</source>
        <translation>You offered</translation>
    </message>
    <message>
        <source>Anggaran</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Batalkan Nego</source>
        <translation>Cancel negotiation</translation>
    </message>
    <message>
        <source>Batalkan negosiasi?</source>
        <translation>Cancel the negotiation?</translation>
    </message>
    <message>
        <source>Belum terkirim</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Dapat diproses {roles}</source>
        <translation>{roles} may process this</translation>
    </message>
    <message>
        <source>Draf tersimpan {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <source>Harga dan catatan yang Anda tulis tersimpan sebagai draf.</source>
        <translation>The prices and note you wrote are saved as a draft.</translation>
    </message>
    <message>
        <source>Isian Anda dari putaran {no}. Pihak lain sudah menjawab: periksa lagi angkanya.</source>
        <translation>Your entries are from round {no}. The other party has answered since: check the figures again.</translation>
    </message>
    <message>
        <source>Lanjut proses pesanan?</source>
        <translation>Proceed with the order?</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Negosiasi</source>
        <translation>Negotiation</translation>
    </message>
    <message>
        <source>Negosiasi ini tidak ada pada akses Anda. Pilih negosiasi lain dari daftar.</source>
        <translation>This negotiation is not part of your access. Choose another from the list.</translation>
    </message>
    <message>
        <source>Negosiasi {number}</source>
        <translation>Negotiation {number}</translation>
    </message>
    <message>
        <source>Pagu</source>
        <translation>Ceiling</translation>
    </message>
    <message>
        <source>Pembeli menawar</source>
        <translation>Buyer offered</translation>
    </message>
    <message>
        <source>Penyedia membalas</source>
        <translation>Vendor countered</translation>
    </message>
    <message>
        <source>Perjalanan pesanan</source>
        <translation>Progress of the order</translation>
    </message>
    <message>
        <source>Pesanan berakhir dan anggaran yang ditahan dilepas. Ini tidak dapat diurungkan.</source>
        <translation>The order ends and the reserved budget is released. This cannot be undone.</translation>
    </message>
    <message>
        <source>Pesanan masuk Daftar Persetujuan PPK dengan harga yang disepakati.</source>
        <translation>The order enters the PPK approval list at the agreed prices.</translation>
    </message>
    <message>
        <source>Putaran {no} · {turn}</source>
        <translation>Round {no} · {turn}</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Riwayat negosiasi</source>
        <translation>Negotiation history</translation>
    </message>
    <message>
        <source>Setujui</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>Setujui harga ini?</source>
        <translation>Agree to these prices?</translation>
    </message>
    <message>
        <source>Sisa pagu</source>
        <translation>Ceiling left</translation>
    </message>
    <message>
        <source>Tarik kembali</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Tolak negosiasi?</source>
        <translation>Decline the negotiation?</translation>
    </message>
    <message>
        <source>Total {total}, hemat {share} dari harga tayang. Setelah disetujui, harga tidak dapat diubah.</source>
        <translation>Total {total}, {share} below the listed price. Once agreed, prices cannot be changed.</translation>
    </message>
    <message>
        <source>{count} menunggu Anda</source>
        <translation>{count} waiting for you</translation>
    </message>
    <message>
        <source>{deed} tidak diterima: {why} Isian Anda masih ada di bawah.</source>
        <translation>{deed} was not accepted: {why} Your entries are still below.</translation>
    </message>
    <message>
        <source>{deed}: {state}. Dikirim sendiri begitu tersambung, paling lambat {until}.</source>
        <translation>{deed}: {state}. It is sent by itself once connected, {until} at the latest.</translation>
    </message>
    <message>
        <source>{share} dari harga tayang</source>
        <translation>{share} of the listed price</translation>
    </message>
    <message>
        <source>{total} {sign} {limit}, dihitung dari harga tayang.</source>
        <translation>{total} {sign} {limit}, computed at listed prices.</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Boleh kosong. Terbaca oleh penyedia dan PPK.</source>
        <translation>Optional. The vendor and the PPK can read it.</translation>
    </message>
    <message>
        <source>Catatan &amp; pernyataan</source>
        <translation>Note &amp; declaration</translation>
    </message>
    <message>
        <source>Catatan untuk penyedia</source>
        <translation>Note to the vendor</translation>
    </message>
    <message>
        <source>Spesifikasi, kebutuhan, dan anggaran sudah dipersiapkan sesuai ketentuan.</source>
        <translation>Specification, need and budget have been prepared as the rules require.</translation>
    </message>
</context>
<context>
    <name>NumberForm</name>
    <message>
        <source>Ganti Nomor dan Terbitkan Ulang</source>
        <translation>Change number and issue again</translation>
    </message>
    <message>
        <source>Menurut penomoran satker Anda. Usulan mengikuti nomor terakhir.</source>
        <translation>According to your work unit&apos;s numbering. The proposal follows the last number.</translation>
    </message>
    <message>
        <source>Nomor BAST</source>
        <translation>BAST number</translation>
    </message>
    <message>
        <source>Terbitkan BAST</source>
        <translation>Issue BAST</translation>
    </message>
</context>
<context>
    <name>OrderPage</name>
    <message>
        <source>Alasan: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Barang dalam perjalanan; penyedia menandai tiba.</source>
        <translation>The goods are on their way; the vendor marks their arrival.</translation>
    </message>
    <message>
        <source>Batas: {due}.</source>
        <translation>Deadline: {due}.</translation>
    </message>
    <message>
        <source>Bendahara membayar termin berikutnya.</source>
        <translation>The treasurer pays the next instalment.</translation>
    </message>
    <message>
        <source>Bendahara membayar.</source>
        <translation>The treasurer pays.</translation>
    </message>
    <message>
        <source>Berakhir</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Jawab negosiasi</source>
        <translation>Answer negotiation</translation>
    </message>
    <message>
        <source>Kirim barang</source>
        <translation>Ship goods</translation>
    </message>
    <message>
        <source>Lanjutkan checkout</source>
        <translation>Continue checkout</translation>
    </message>
    <message>
        <source>Lihat Riwayat Nego</source>
        <translation>View negotiation history</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Menunggu peladen</source>
        <translation>Waiting for the server</translation>
    </message>
    <message>
        <source>PPK memeriksa barang.</source>
        <translation>The PPK inspects the goods.</translation>
    </message>
    <message>
        <source>PPK memilih metode pembayaran.</source>
        <translation>The PPK chooses the payment method.</translation>
    </message>
    <message>
        <source>PPK menandatangani Surat Pesanan.</source>
        <translation>The PPK signs the purchase letter.</translation>
    </message>
    <message>
        <source>PPK menerbitkan dan menandatangani BAST.</source>
        <translation>The PPK issues and signs the BAST.</translation>
    </message>
    <message>
        <source>PPK meninjau dan membuat Surat Pesanan.</source>
        <translation>The PPK reviews and issues the purchase letter.</translation>
    </message>
    <message>
        <source>Pembeli meneruskan pesanan ke persetujuan PPK.</source>
        <translation>The buyer passes the order on for PPK approval.</translation>
    </message>
    <message>
        <source>Pembeli menjawab harga balasan.</source>
        <translation>The buyer answers the counter-offer.</translation>
    </message>
    <message>
        <source>Penyedia menandatangani BAST.</source>
        <translation>The vendor signs the BAST.</translation>
    </message>
    <message>
        <source>Penyedia menerima dan menandatangani Surat Pesanan.</source>
        <translation>The vendor accepts and signs the purchase letter.</translation>
    </message>
    <message>
        <source>Penyedia mengirim barang.</source>
        <translation>The vendor ships the goods.</translation>
    </message>
    <message>
        <source>Penyedia menjawab tawaran pembeli.</source>
        <translation>The vendor answers the buyer&apos;s offer.</translation>
    </message>
    <message>
        <source>Periksa dan buat BAST</source>
        <translation>Inspect and issue BAST</translation>
    </message>
    <message>
        <source>Perjalanan pesanan</source>
        <translation>Progress of the order</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Pesanan ini tidak ada pada akses Anda. Kembali ke daftar pesanan.</source>
        <translation>This order is not part of your access. Go back to the list of orders.</translation>
    </message>
    <message>
        <source>Pesanan tidak dapat dibaca</source>
        <translation>The order cannot be read</translation>
    </message>
    <message>
        <source>Pesanan {number}</source>
        <translation>Order {number}</translation>
    </message>
    <message>
        <source>Pilih metode pembayaran</source>
        <translation>Choose the payment method</translation>
    </message>
    <message>
        <source>Proses pembayaran</source>
        <translation>Process payment</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Tanda tangani BAST</source>
        <translation>Sign BAST</translation>
    </message>
    <message>
        <source>Tanda tangani Surat Pesanan</source>
        <translation>Sign purchase letter</translation>
    </message>
    <message>
        <source>Terima Pesanan</source>
        <translation>Accept order</translation>
    </message>
    <message>
        <source>Teruskan pesanan</source>
        <translation>Pass order on</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu Anda lakukan sampai peladen menjawab.</source>
        <translation>There is nothing for you to do until the server answers.</translation>
    </message>
    <message>
        <source>Tinjau Pesanan</source>
        <translation>Review order</translation>
    </message>
    <message>
        <source>Yang sudah terjadi</source>
        <translation>What has happened</translation>
    </message>
    <message>
        <source>belum bernomor</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>{deeds}: {state}. Yang tampil sudah memperhitungkannya, tetapi belum dipastikan.</source>
        <translation>{deeds}: {state}. What you see includes this, but it is not confirmed yet.</translation>
    </message>
    <message>
        <source>{deed}: {state}. {why}</source>
        <translation>{deed}: {state}. {why}</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>Batas waktu</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Belum ada pesanan</source>
        <translation>No orders yet</translation>
    </message>
    <message>
        <source>Berjalan</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Buku kerja Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Cari pesanan</source>
        <translation>Search orders</translation>
    </message>
    <message>
        <source>Daftar pesanan</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Daftar tidak dapat diolah</source>
        <translation>The list cannot be processed</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Ditolak peladen, periksa</source>
        <translation>Refused by the server, check</translation>
    </message>
    <message>
        <source>Ekspor daftar pesanan</source>
        <translation>Export orders</translation>
    </message>
    <message>
        <source>Ekspor…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Giliran</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Kode RUP</source>
        <translation>RUP code</translation>
    </message>
    <message>
        <source>Kode status</source>
        <translation>Status code</translation>
    </message>
    <message>
        <source>Lihat semua pesanan</source>
        <translation>View all orders</translation>
    </message>
    <message>
        <source>MAK</source>
        <translation>MAK</translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Nilai sekarang</source>
        <translation>Current value</translation>
    </message>
    <message>
        <source>Nilai tayang</source>
        <translation>Listed value</translation>
    </message>
    <message>
        <source>Nomor pesanan</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>Nomor, penyedia, produk, RUP…</source>
        <translation>Number, vendor, product, RUP…</translation>
    </message>
    <message>
        <source>Pembeli</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Perlu tindakan saya</source>
        <translation>Needs my action</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Pesanan muncul di sini begitu giliran Anda tiba.</source>
        <translation>Orders appear here once it is your turn.</translation>
    </message>
    <message>
        <source>Pesanan tampil di sini setelah negosiasi diajukan.</source>
        <translation>Orders appear here once a negotiation has been submitted.</translation>
    </message>
    <message>
        <source>Satuan kerja</source>
        <translation>Work unit</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu tindakan Anda</source>
        <translation>Nothing needs your action</translation>
    </message>
    <message>
        <source>Tulis daftar yang tampil ke XLSX atau CSV (Ctrl+E)</source>
        <translation>Write the list as shown to XLSX or CSV (Ctrl+E)</translation>
    </message>
    <message>
        <source>Ubah atau hapus kata pencarian.</source>
        <translation>Change or clear the search words.</translation>
    </message>
    <message>
        <source>belum bernomor</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>pesanan</source>
        <translation>orders</translation>
    </message>
    <message>
        <source>{count} perlu tindakan Anda</source>
        <translation>{count} for you to act on</translation>
    </message>
    <message>
        <source>{count} pesanan ditulis ke {path}</source>
        <translation>Orders written to {path}: {count}</translation>
    </message>
    <message>
        <source>{name} +{rest}</source>
        <translation>{name} +{rest}</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Belum ada yang diterima pada perangkat ini</source>
        <translation>Nothing accepted on this device yet</translation>
    </message>
    <message>
        <source>Belum selesai</source>
        <translation>Unfinished</translation>
    </message>
    <message>
        <source>Buka pesanan</source>
        <translation>Open order</translation>
    </message>
    <message>
        <source>Dibuat</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Kemungkinan ditolak: {reason}</source>
        <translation>Will probably be refused: {reason}</translation>
    </message>
    <message>
        <source>Kirim sekarang</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Kotak Keluar</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Lanjutkan…</source>
        <translation>Continue…</translation>
    </message>
    <message>
        <source>Luring: {count} menunggu</source>
        <translation>Offline: {count} waiting</translation>
    </message>
    <message>
        <source>Perbaiki…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>Perbuatan</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Semua sudah terkirim</source>
        <translation>Everything has been sent</translation>
    </message>
    <message>
        <source>Semua terkirim</source>
        <translation>All sent</translation>
    </message>
    <message>
        <source>Sudah diterima</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Sudah saya baca</source>
        <translation>I have read this</translation>
    </message>
    <message>
        <source>Tarik kembali</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Tarik kembali?</source>
        <translation>Take it back?</translation>
    </message>
    <message>
        <source>Tarik kembali…</source>
        <translation>Take back…</translation>
    </message>
    <message>
        <source>Tidak dapat dikerjakan</source>
        <translation>This could not be done</translation>
    </message>
    <message>
        <source>Yang Anda kerjakan saat luring akan menunggu di sini sampai dijawab peladen.</source>
        <translation>What you do while offline waits here until the server answers.</translation>
    </message>
    <message>
        <source>belum bernomor</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>{count} kali dicoba</source>
        <translation>tries: {count}</translation>
    </message>
    <message>
        <source>{count} perlu jawaban Anda</source>
        <translation>{count} for you to answer</translation>
    </message>
    <message>
        <source>{count} sedang dikirim</source>
        <translation>{count} being sent</translation>
    </message>
    <message>
        <source>“{what}” belum dikirim dan tidak akan dikirim lagi.</source>
        <translation>“{what}” has not been sent and will not be sent any more.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>PaletteButton</name>
    <message>
        <source>Cari halaman, nomor pesanan, produk…</source>
        <translation>Search pages, order numbers, products…</translation>
    </message>
    <message>
        <source>{words} (Ctrl+K)</source>
        <translation>{words} (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>PartiesCard</name>
    <message>
        <source>Catatan pembeli</source>
        <translation>Buyer&apos;s note</translation>
    </message>
    <message>
        <source>Dibeli oleh</source>
        <translation>Bought by</translation>
    </message>
    <message>
        <source>LS (Langsung)</source>
        <translation>LS (direct)</translation>
    </message>
    <message>
        <source>MAK</source>
        <translation>MAK</translation>
    </message>
    <message>
        <source>Metode pembayaran</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>NIB</source>
        <translation>NIB</translation>
    </message>
    <message>
        <source>NPWP</source>
        <translation>NPWP</translation>
    </message>
    <message>
        <source>PKP</source>
        <translation>VAT-registered (PKP)</translation>
    </message>
    <message>
        <source>Penanggung jawab</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Penyedia dan pembelian</source>
        <translation>Vendor and purchase</translation>
    </message>
    <message>
        <source>Status usaha</source>
        <translation>Business status</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>UP (Uang Persediaan)</source>
        <translation>UP (advance)</translation>
    </message>
    <message>
        <source>bukan PKP</source>
        <translation>not VAT-registered</translation>
    </message>
    <message>
        <source>bukan UMKK</source>
        <translation>not UMKK</translation>
    </message>
    <message>
        <source>per termin</source>
        <translation>by instalments</translation>
    </message>
    <message>
        <source>sekaligus</source>
        <translation>in one payment</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Isi frasa sandi.</source>
        <translation>Enter the passphrase.</translation>
    </message>
    <message>
        <source>Kedua frasa sandi tidak sama.</source>
        <translation>The two passphrases differ.</translation>
    </message>
</context>
<context>
    <name>PayCard</name>
    <message>
        <source>Harus tepat sebesar termin; disalin dari BAST.</source>
        <translation>Must equal the instalment; copied from the BAST.</translation>
    </message>
    <message>
        <source>Isi tanggal bayar, paling lambat hari ini.</source>
        <translation>Enter the payment date, today at the latest.</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Konfirmasi Pembayaran</source>
        <translation>Confirm payment</translation>
    </message>
    <message>
        <source>Konfirmasi pembayaran</source>
        <translation>Confirm payment</translation>
    </message>
    <message>
        <source>Luring: pembayaran dikonfirmasi saat tersambung.</source>
        <translation>Offline: payments can be confirmed once connected.</translation>
    </message>
    <message>
        <source>Nomor SP2D atau bukti bayar</source>
        <translation>SP2D or proof of payment number</translation>
    </message>
    <message>
        <source>Salin</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Salin jumlah</source>
        <translation>Copy amount</translation>
    </message>
    <message>
        <source>Tanggal bayar</source>
        <translation>Payment date</translation>
    </message>
    <message>
        <source>Termin {no} pesanan {number}: {amount} untuk {vendor}, rekening {account}.</source>
        <translation>Instalment {no} of order {number}: {amount} to {vendor}, account {account}.</translation>
    </message>
    <message>
        <source>Tersalin</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message>
        <source>Cara pembayaran</source>
        <translation>Payment terms</translation>
    </message>
    <message>
        <source>Kanal UP (KKP, virtual account) hanya membayar di bawah {limit}. Bila setelah negosiasi nilainya belum turun, siapkan LS.</source>
        <translation>UP channels (KKP, virtual account) only pay below {limit}. If the value does not fall below it in the negotiation, prepare LS.</translation>
    </message>
    <message>
        <source>Metode pembayaran</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>Pejabat Pengadaan membayar dengan UP.</source>
        <translation>A procurement officer pays by UP.</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Termin tersedia bila ada beberapa lokasi.</source>
        <translation>Instalments are available with several delivery places.</translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>Bea meterai kuitansi</source>
        <translation>Stamp duty on the receipt</translation>
    </message>
    <message>
        <source>Bendahara SKPD memesan kode bayar, lalu mentransfer.</source>
        <translation>The SKPD treasurer requests a payment code, then transfers.</translation>
    </message>
    <message>
        <source>Bendahara membayar dengan kartu di platform.</source>
        <translation>The treasurer pays by card on the platform.</translation>
    </message>
    <message>
        <source>Bendahara mentransfer ke nomor VA pesanan ini.</source>
        <translation>The treasurer transfers to this order&apos;s VA number.</translation>
    </message>
    <message>
        <source>Denda keterlambatan</source>
        <translation>Penalty for lateness</translation>
    </message>
    <message>
        <source>Kartu Kredit Pemerintah (KKP)</source>
        <translation>Government credit card (KKP)</translation>
    </message>
    <message>
        <source>Kontrak dicatat di SAKTI, SPM LS ke KPPN.</source>
        <translation>Contract recorded in SAKTI, SPM LS to the KPPN.</translation>
    </message>
    <message>
        <source>LS Kontraktual</source>
        <translation>LS, contractual</translation>
    </message>
    <message>
        <source>LS Non-kontraktual</source>
        <translation>LS, non-contractual</translation>
    </message>
    <message>
        <source>LS Pemda</source>
        <translation>LS, regional government</translation>
    </message>
    <message>
        <source>PPN</source>
        <translation>VAT</translation>
    </message>
    <message>
        <source>PPh Final UMKM</source>
        <translation>Final income tax for MSMEs (PPh Final UMKM)</translation>
    </message>
    <message>
        <source>PPh Pasal 21</source>
        <translation>Income tax Article 21</translation>
    </message>
    <message>
        <source>PPh Pasal 22</source>
        <translation>Income tax Article 22</translation>
    </message>
    <message>
        <source>PPh Pasal 23</source>
        <translation>Income tax Article 23</translation>
    </message>
    <message>
        <source>PPh Pasal 4 ayat 2</source>
        <translation>Income tax Article 4(2)</translation>
    </message>
    <message>
        <source>SPP, SPM, lalu SP2D di SIPD; dicatat di sini.</source>
        <translation>SPP, SPM, then SP2D in SIPD; recorded here.</translation>
    </message>
    <message>
        <source>SPP, SPM, lalu SP2D lewat SAKTI.</source>
        <translation>SPP, SPM, then SP2D through SAKTI.</translation>
    </message>
    <message>
        <source>Transfer Bank (Kode Bayar)</source>
        <translation>Bank transfer (payment code)</translation>
    </message>
    <message>
        <source>Virtual Account {bank}</source>
        <translation>Virtual account {bank}</translation>
    </message>
    <message>
        <source>dari {base}</source>
        <translation>on {base}</translation>
    </message>
    <message>
        <source>dipotong dari pembayaran</source>
        <translation>deducted from the payment</translation>
    </message>
    <message>
        <source>dipungut oleh bendahara instansi</source>
        <translation>collected by the institution&apos;s treasurer</translation>
    </message>
    <message>
        <source>dipungut oleh platform (Pihak Lain)</source>
        <translation>collected by the platform (Pihak Lain)</translation>
    </message>
    <message>
        <source>disetor sendiri oleh penyedia</source>
        <translation>paid to the state by the vendor</translation>
    </message>
    <message>
        <source>ditanggung penyedia</source>
        <translation>borne by the vendor</translation>
    </message>
    <message>
        <source>tidak dipungut: barang dikecualikan</source>
        <translation>not collected: exempt goods</translation>
    </message>
    <message>
        <source>tidak dipungut: dibayar dengan KKP</source>
        <translation>not collected: paid by KKP</translation>
    </message>
    <message>
        <source>tidak dipungut: nilainya tidak melebihi batas</source>
        <translation>not collected: the amount is within the limit</translation>
    </message>
    <message>
        <source>tidak dipungut: omzet UMKM di bawah batas</source>
        <translation>not collected: the MSME&apos;s turnover is below the limit</translation>
    </message>
</context>
<context>
    <name>PaymentsCard</name>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Instalments</translation>
    </message>
    <message>
        <source>Termin {no} dari {count}</source>
        <translation>Instalment {no} of {count}</translation>
    </message>
    <message>
        <source>dibayar {day}
{reference}</source>
        <translation>paid {day}
{reference}</translation>
    </message>
    <message>
        <source>menunggu metode pembayaran</source>
        <translation>awaiting payment method</translation>
    </message>
    <message>
        <source>menunggu pembayaran</source>
        <translation>awaiting payment</translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>Anda tidak dapat membayar pesanan ini</source>
        <translation>You cannot pay this order</translation>
    </message>
    <message>
        <source>Belum ada pembayaran</source>
        <translation>No payments yet</translation>
    </message>
    <message>
        <source>Belum tercatat</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>Dalam perjalanan</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>Di PPK</source>
        <translation>With the PPK</translation>
    </message>
    <message>
        <source>Di bendahara</source>
        <translation>With the treasurer</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Giliran Anda</source>
        <translation>Your turn</translation>
    </message>
    <message>
        <source>Isian Anda masih ada; tidak ada pembayaran yang dicatat dua kali.</source>
        <translation>Your entries are still there; no payment is recorded twice.</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Menunggu BAST</source>
        <translation>Awaiting BAST</translation>
    </message>
    <message>
        <source>Menyusul</source>
        <translation>Upcoming</translation>
    </message>
    <message>
        <source>Metode tercatat. Giliran bendahara membayar.</source>
        <translation>Method recorded. Now the treasurer pays.</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>Pembayaran {amount} dengan nomor {reference} tercatat.</source>
        <translation>Payment of {amount} with number {reference} recorded.</translation>
    </message>
    <message>
        <source>Periksa status pesanan, lalu ulangi bila belum tercatat.</source>
        <translation>Check the order&apos;s status, then try again if it is not recorded.</translation>
    </message>
    <message>
        <source>Perlu dibayar</source>
        <translation>To be paid</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Sudah dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Tagihan tampil setelah BAST ditandatangani kedua pihak.</source>
        <translation>Bills appear once both parties have signed the BAST.</translation>
    </message>
    <message>
        <source>Tagihan tampil setelah barang diperiksa PPK.</source>
        <translation>Bills appear once the PPK has inspected the goods.</translation>
    </message>
    <message>
        <source>Termin sebelumnya dibayar dahulu.</source>
        <translation>The previous instalment must be paid first.</translation>
    </message>
    <message>
        <source>Tidak ada pembayaran untuk ditampilkan</source>
        <translation>No payment to show</translation>
    </message>
    <message>
        <source>Tidak ada uang dalam perjalanan</source>
        <translation>No money on its way</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dibayar</source>
        <translation>Nothing to pay</translation>
    </message>
    <message>
        <source>Yang sudah dikonfirmasi tampil di sini.</source>
        <translation>Confirmed payments appear here.</translation>
    </message>
    <message>
        <source>{count} menunggu Anda</source>
        <translation>{count} waiting for you</translation>
    </message>
    <message>
        <source>{number} · termin {no}</source>
        <translation>{number} · instalment {no}</translation>
    </message>
</context>
<context>
    <name>PickerField</name>
    <message>
        <source>Mencari…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Pilih salah satu dari daftar yang muncul ketika mengetik.</source>
        <translation>Choose one from the list that appears as you type.</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok. Periksa ejaan atau coba kata lain.</source>
        <translation>Nothing matches. Check the spelling or try other words.</translation>
    </message>
</context>
<context>
    <name>PlaceEditor</name>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Catatan alamat</source>
        <translation>Address note</translation>
    </message>
    <message>
        <source>Desa/kelurahan atau kecamatan</source>
        <translation>Village or district</translation>
    </message>
    <message>
        <source>Ketik nama desa atau kecamatan</source>
        <translation>Type the name of a village or district</translation>
    </message>
    <message>
        <source>Kode pos</source>
        <translation>Postal code</translation>
    </message>
    <message>
        <source>Kurir</source>
        <translation>Courier</translation>
    </message>
    <message>
        <source>Nama penerima</source>
        <translation>Recipient&apos;s name</translation>
    </message>
    <message>
        <source>Nomor telepon</source>
        <translation>Telephone number</translation>
    </message>
    <message>
        <source>Ongkir {price} untuk {kilograms} kg</source>
        <translation>Shipping {price} for {kilograms} kg</translation>
    </message>
    <message>
        <source>Permintaan tiba</source>
        <translation>Requested arrival</translation>
    </message>
</context>
<context>
    <name>PlacesCard</name>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Alamat yang pernah dipakai</source>
        <translation>Addresses used before</translation>
    </message>
    <message>
        <source>Hapus lokasi ini</source>
        <translation>Remove this place</translation>
    </message>
    <message>
        <source>Isi dari pesanan sebelumnya…</source>
        <translation>Fill in from an earlier order…</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Lokasi</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Lokasi dan pengiriman</source>
        <translation>Places and delivery</translation>
    </message>
    <message>
        <source>Lokasi pengiriman</source>
        <translation>Delivery place</translation>
    </message>
    <message>
        <source>Ongkir</source>
        <translation>Shipping</translation>
    </message>
    <message>
        <source>Penerima</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Permintaan tiba</source>
        <translation>Requested arrival</translation>
    </message>
    <message>
        <source>Tambah lokasi</source>
        <translation>Add place</translation>
    </message>
    <message>
        <source>belum diisi</source>
        <translation>not filled in yet</translation>
    </message>
    <message>
        <source>belum dikirim</source>
        <translation>not shipped yet</translation>
    </message>
    <message>
        <source>dikirim {moment}</source>
        <translation>shipped {moment}</translation>
    </message>
    <message>
        <source>terbalik</source>
        <translation>reversed</translation>
    </message>
    <message>
        <source>tiba {moment}</source>
        <translation>arrived {moment}</translation>
    </message>
    <message>
        <source>{count} lokasi</source>
        <translation>places: {count}</translation>
    </message>
</context>
<context>
    <name>ProductPanel</name>
    <message>
        <source>Bandingkan</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Batal bandingkan</source>
        <translation>Remove from comparison</translation>
    </message>
    <message>
        <source>Beli Langsung</source>
        <translation>Buy now</translation>
    </message>
    <message>
        <source>Belum ada produk dipilih</source>
        <translation>No product chosen yet</translation>
    </message>
    <message>
        <source>Berat</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>Dikirim dari</source>
        <translation>Ships from</translation>
    </message>
    <message>
        <source>Harga</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>KBKI</source>
        <translation>KBKI</translation>
    </message>
    <message>
        <source>Lihat Keranjang</source>
        <translation>View cart</translation>
    </message>
    <message>
        <source>Pajak</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>Paling banyak empat produk.</source>
        <translation>Four products at most.</translation>
    </message>
    <message>
        <source>Pembelian minimum</source>
        <translation>Minimum purchase</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Pilih produk di daftar untuk melihat harga dan spesifikasinya.</source>
        <translation>Choose a product in the list to see its price and specification.</translation>
    </message>
    <message>
        <source>Produk</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Produk setara</source>
        <translation>Similar products</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Spesifikasi</source>
        <translation>Specification</translation>
    </message>
    <message>
        <source>Stok</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>TKDN + BMP</source>
        <translation>TKDN + BMP</translation>
    </message>
    <message>
        <source>Tambah Keranjang</source>
        <translation>Add to cart</translation>
    </message>
    <message>
        <source>Tidak ada produk setara di katalog lokal.</source>
        <translation>No similar product in the local catalogue.</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>tidak tayang</source>
        <translation>not listed</translation>
    </message>
    <message>
        <source>{quantity} masuk Keranjang.</source>
        <translation>{quantity} added to the cart.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Menyiapkan INAPROC Desktop…</source>
        <translation>Preparing INAPROC Desktop…</translation>
    </message>
</context>
<context>
    <name>QuestionsCard</name>
    <message>
        <source>Negosiasi hanya menurunkan {saved} ({share}). Apakah harga masih dapat diturunkan?</source>
        <translation>The negotiation saved only {saved} ({share}). Can the price still be lowered?</translation>
    </message>
    <message>
        <source>Nilai {total} adalah {share} dari batas {limit}. Apakah kebutuhan ini tidak dipecah?</source>
        <translation>The value of {total} is {share} of the limit of {limit}. Has this need been split up?</translation>
    </message>
    <message>
        <source>Pertanyaan sebelum memutuskan</source>
        <translation>Questions before deciding</translation>
    </message>
    <message>
        <source>Tidak ada yang menonjol pada data di komputer ini.</source>
        <translation>Nothing stands out in the data on this computer.</translation>
    </message>
    <message>
        <source>Total {total} mencapai {share} dari pagu {pagu}. Dari mana perkiraan harganya?</source>
        <translation>The total of {total} reaches {share} of the ceiling of {pagu}. Where does the price estimate come from?</translation>
    </message>
    <message>
        <source>pertanyaan, bukan temuan</source>
        <translation>questions, not findings</translation>
    </message>
    <message>
        <source>{product} {price}, {share} di atas {peer} dari {vendor}. Mengapa penyedia ini dipilih?</source>
        <translation>{product} at {price} is {share} above {peer} from {vendor}. Why was this vendor chosen?</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Navigasi</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>ReceivingPage</name>
    <message>
        <source>Anda sudah menandatangani. Giliran penyedia.</source>
        <translation>You have signed. It is the vendor&apos;s turn.</translation>
    </message>
    <message>
        <source>BAST</source>
        <translation>BAST</translation>
    </message>
    <message>
        <source>BAST di penyedia</source>
        <translation>BAST with the vendor</translation>
    </message>
    <message>
        <source>BAST {number} sudah terbit. Tanda tangani.</source>
        <translation>BAST {number} has been issued. Sign it.</translation>
    </message>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>Barang yang diterima</source>
        <translation>Goods received</translation>
    </message>
    <message>
        <source>Belum</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Belum tercatat</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>Buka BAST</source>
        <translation>Open BAST</translation>
    </message>
    <message>
        <source>Buka pesanan</source>
        <translation>Open order</translation>
    </message>
    <message>
        <source>Dikirim</source>
        <translation>Shipped</translation>
    </message>
    <message>
        <source>Dipesan</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Isian Anda masih ada di halaman ini; pesanan tidak berubah.</source>
        <translation>Your entries are still on this page; the order has not changed.</translation>
    </message>
    <message>
        <source>Lengkap</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Pemeriksaan selesai. Beri nomor BAST dan tanda tangani.</source>
        <translation>Inspection done. Number the BAST and sign it.</translation>
    </message>
    <message>
        <source>Penerimaan</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>Perlu BAST</source>
        <translation>BAST to issue</translation>
    </message>
    <message>
        <source>Perlu diperiksa</source>
        <translation>To be inspected</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Pesanan muncul di sini setelah penyedia mengirim barang.</source>
        <translation>Orders appear here once the vendor ships goods.</translation>
    </message>
    <message>
        <source>Pilih pesanan di kiri</source>
        <translation>Choose an order on the left</translation>
    </message>
    <message>
        <source>Sebagian</source>
        <translation>Partial</translation>
    </message>
    <message>
        <source>Tanda tiba belum terkirim ke peladen; dikirim sendiri begitu tersambung.</source>
        <translation>The arrival has not been sent to the server yet; it is sent by itself once connected.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu diterima</source>
        <translation>Nothing to receive</translation>
    </message>
    <message>
        <source>{count} di perjalanan</source>
        <translation>{count} on the way</translation>
    </message>
    <message>
        <source>{count} menunggu Anda</source>
        <translation>{count} waiting for you</translation>
    </message>
    <message>
        <source>{deed} tidak diterima: {why}</source>
        <translation>{deed} was not accepted: {why}</translation>
    </message>
    <message>
        <source>{number} · {state}</source>
        <translation>{number} · {state}</translation>
    </message>
</context>
<context>
    <name>RecentCard</name>
    <message>
        <source>Belum ada pesanan</source>
        <translation>No orders yet</translation>
    </message>
    <message>
        <source>Giliran</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Paket</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Pesanan terakhir</source>
        <translation>Recent orders</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>ReviewerCard</name>
    <message>
        <source>Anda membeli sebagai PPK, jadi Anda sendiri yang meninjau.</source>
        <translation>You buy as PPK, so you review the order yourself.</translation>
    </message>
    <message>
        <source>Belum ada PPK aktif di satuan kerja ini. Minta PPK mengaktifkan aksesnya.</source>
        <translation>This work unit has no active PPK yet. Ask the PPK to activate their access.</translation>
    </message>
    <message>
        <source>Nama PPK</source>
        <translation>Name of the PPK</translation>
    </message>
    <message>
        <source>PPK peninjau</source>
        <translation>Reviewing PPK</translation>
    </message>
    <message>
        <source>Setelah harga disepakati, PPK ini yang menyetujui pesanan.</source>
        <translation>Once prices are agreed, this PPK approves the order.</translation>
    </message>
</context>
<context>
    <name>SeatsCard</name>
    <message>
        <source>Belum</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Giliran Anda</source>
        <translation>Your turn</translation>
    </message>
    <message>
        <source>Gilirannya</source>
        <translation>Their turn</translation>
    </message>
    <message>
        <source>Sudah</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Tanda tangan kedua pihak</source>
        <translation>Signatures of both parties</translation>
    </message>
    <message>
        <source>{moment} · sertifikat {serial}</source>
        <translation>{moment} · certificate {serial}</translation>
    </message>
</context>
<context>
    <name>SectionCard</name>
    <message>
        <source>kurang {count}</source>
        <translation>{count} missing</translation>
    </message>
    <message>
        <source>lengkap</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>periksa {count}</source>
        <translation>{count} to check</translation>
    </message>
</context>
<context>
    <name>SentPanel</name>
    <message>
        <source>Anda sedang luring. Pengajuan tersimpan di perangkat ini dan dikirim begitu tersambung; belum menjadi pesanan sebelum nomor dari peladen diterima.</source>
        <translation>You are offline. The submission is saved on this device and sent once connected; it is not an order before the server has given it a number.</translation>
    </message>
    <message>
        <source>Belum terkirim</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Lanjut belanja</source>
        <translation>Continue shopping</translation>
    </message>
    <message>
        <source>Lihat Kotak Keluar</source>
        <translation>View outbox</translation>
    </message>
    <message>
        <source>Menunggu nomor pesanan dari peladen. Halaman negosiasi terbuka sendiri begitu nomor diterima; bila ditolak, isian Anda kembali ke sini beserta alasannya.</source>
        <translation>Waiting for the order number from the server. The negotiation opens by itself once it arrives; if the submission is refused, your entries come back here with the reason.</translation>
    </message>
    <message>
        <source>Pengajuan negosiasi tersimpan</source>
        <translation>Negotiation saved for sending</translation>
    </message>
    <message>
        <source>Terkirim, belum dipesan</source>
        <translation>Sent, not ordered yet</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Isi alamat peladen.</source>
        <translation>Enter the server address.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Buka folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Daftar dan dokumen disimpan ke sini, kecuali Anda memilih tempat lain.</source>
        <translation>Lists and documents are saved here unless you choose another place.</translation>
    </message>
    <message>
        <source>Data di perangkat ini</source>
        <translation>Data on this device</translation>
    </message>
    <message>
        <source>Diperbarui sendiri selama tersambung; hanya diunduh bila ada yang baru.</source>
        <translation>Updated by itself while connected; downloaded only when there is something new.</translation>
    </message>
    <message>
        <source>Diunduh</source>
        <translation>Downloaded</translation>
    </message>
    <message>
        <source>E-purchasing pemerintah dari katalog sampai pembayaran, juga tanpa sambungan.</source>
        <translation>Government e-purchasing from catalogue to payment, with or without a connection.</translation>
    </message>
    <message>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Folder ekspor</source>
        <translation>Export folder</translation>
    </message>
    <message>
        <source>Gelap</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>INAPROC Desktop, versi {version}</source>
        <translation>INAPROC Desktop, version {version}</translation>
    </message>
    <message>
        <source>Ikuti sistem</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Kantor latihan</source>
        <translation>Training office</translation>
    </message>
    <message>
        <source>Kata sandi tidak disimpan. Kunci tanda tangan terkunci oleh frasa sandi Anda dan tidak pernah dikirim.</source>
        <translation>Passwords are not stored. Your signing key is locked by your passphrase and is never sent.</translation>
    </message>
    <message>
        <source>Katalog</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Katalog luring</source>
        <translation>Offline catalogue</translation>
    </message>
    <message>
        <source>Kembali ke folder dokumen</source>
        <translation>Back to the documents folder</translation>
    </message>
    <message>
        <source>Kunci tanda tangan</source>
        <translation>Signing key</translation>
    </message>
    <message>
        <source>Lisensi…</source>
        <translation>Licences…</translation>
    </message>
    <message>
        <source>Luring: katalog diperbarui sendiri begitu tersambung.</source>
        <translation>Offline: the catalogue is updated by itself once connected.</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Pengaturan dan daftar wilayah</source>
        <translation>Settings and list of regions</translation>
    </message>
    <message>
        <source>Perbarui</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Pesanan, draf, dan dokumen</source>
        <translation>Orders, drafts, documents</translation>
    </message>
    <message>
        <source>Pilih folder…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>Pilihan belum tersimpan</source>
        <translation>The choice was not saved</translation>
    </message>
    <message>
        <source>Pilihan sebelumnya tetap berlaku.</source>
        <translation>The former choice stays in force.</translation>
    </message>
    <message>
        <source>Produk tayang</source>
        <translation>Listed products</translation>
    </message>
    <message>
        <source>Sedang diperbarui…</source>
        <translation>Updating…</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Tentang</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Terang</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tombol, jarak, dan huruf membesar bersama.</source>
        <translation>Text, buttons and spacing grow together.</translation>
    </message>
    <message>
        <source>Ukuran huruf</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>belum pernah</source>
        <translation>never</translation>
    </message>
</context>
<context>
    <name>SharesCard</name>
    <message>
        <source>(sasaran {share})</source>
        <translation>(target {share})</translation>
    </message>
    <message>
        <source>Dihitung dari pesanan yang sudah diterima penyedia; belum ada.</source>
        <translation>Computed from orders that vendors have accepted; none yet.</translation>
    </message>
    <message>
        <source>PDN</source>
        <translation>PDN</translation>
    </message>
    <message>
        <source>Produk dalam negeri &amp; UMKK</source>
        <translation>Domestic products &amp; UMKK</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>{count} pesanan, nilai barang {goods}</source>
        <translation>Orders: {count}, goods worth {goods}</translation>
    </message>
</context>
<context>
    <name>SharesGrid</name>
    <message>
        <source>Ambil semua yang belum dibagi</source>
        <translation>Take all that is left</translation>
    </message>
    <message>
        <source>Belum dibagi</source>
        <translation>Not assigned</translation>
    </message>
    <message>
        <source>Di sini</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>Dipesan</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>Jumlah di lokasi ini</source>
        <translation>Quantity at this place</translation>
    </message>
    <message>
        <source>Jumlah untuk lokasi ini</source>
        <translation>Quantities for this place</translation>
    </message>
</context>
<context>
    <name>ShellWindow</name>
    <message>
        <source>Ada yang tidak berhasil</source>
        <translation>Something did not work</translation>
    </message>
    <message>
        <source>Beranda</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Draf dan antrean Kotak Keluar tetap tersimpan di perangkat ini.</source>
        <translation>Drafts and the outbox are still saved on this device.</translation>
    </message>
    <message>
        <source>Katalog</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Keranjang</source>
        <translation>Cart</translation>
    </message>
    <message>
        <source>Kesalahan program</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>Kotak Keluar</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Lanjutkan?</source>
        <translation>Continue?</translation>
    </message>
    <message>
        <source>Laporan</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>MODE LATIHAN — data simulasi</source>
        <translation>TRAINING MODE — simulated data</translation>
    </message>
    <message>
        <source>Manajemen Akses</source>
        <translation>Access management</translation>
    </message>
    <message>
        <source>Negosiasi</source>
        <translation>Negotiations</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>Penerimaan</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Pengawasan</source>
        <translation>Oversight</translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation>Shipping</translation>
    </message>
    <message>
        <source>Persetujuan</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Produk</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Program menemui kesalahan yang tidak terduga.</source>
        <translation>The program met an unexpected error.</translation>
    </message>
    <message>
        <source>Tidak ada yang dikirim ke katalog nasional; semua dokumen bertanda SIMULASI.</source>
        <translation>Nothing is sent to the national catalogue; all documents are marked SIMULASI.</translation>
    </message>
    <message>
        <source>Ulangi langkah tadi. Bila terjadi lagi, salin laporan dan kirim kepada pengelola.</source>
        <translation>Repeat the last step. If it happens again, copy the report and send it to your administrator.</translation>
    </message>
    <message>
        <source>Verifikasi</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>{title} — MODE LATIHAN</source>
        <translation>{title} — TRAINING MODE</translation>
    </message>
</context>
<context>
    <name>ShipFormCard</name>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>Dikirim sekarang</source>
        <translation>Shipped now</translation>
    </message>
    <message>
        <source>Dikirim: {name}</source>
        <translation>Shipped: {name}</translation>
    </message>
    <message>
        <source>Isi nama kurir.</source>
        <translation>Enter the courier&apos;s name.</translation>
    </message>
    <message>
        <source>Isi nama pengemudi dan nomornya.</source>
        <translation>Enter the driver&apos;s name and number.</translation>
    </message>
    <message>
        <source>Isi nomor resi dari kurir.</source>
        <translation>Enter the courier&apos;s tracking number.</translation>
    </message>
    <message>
        <source>Isi perkiraan tiba, hari ini atau sesudahnya.</source>
        <translation>Enter the expected arrival, today or later.</translation>
    </message>
    <message>
        <source>Jumlah dikirim</source>
        <translation>Quantity shipped</translation>
    </message>
    <message>
        <source>Kirim</source>
        <translation>Ship</translation>
    </message>
    <message>
        <source>Kirim barang</source>
        <translation>Ship goods</translation>
    </message>
    <message>
        <source>Lokasi pengiriman</source>
        <translation>Delivery place</translation>
    </message>
    <message>
        <source>Nama kurir</source>
        <translation>Courier&apos;s name</translation>
    </message>
    <message>
        <source>Nomor resi</source>
        <translation>Tracking number</translation>
    </message>
    <message>
        <source>Pengemudi dan nomor ponsel</source>
        <translation>Driver and mobile number</translation>
    </message>
    <message>
        <source>Perkiraan tiba</source>
        <translation>Expected arrival</translation>
    </message>
    <message>
        <source>Sisa</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>{recipient} ({phone}) · {street}, {region} · diminta tiba {dates}</source>
        <translation>{recipient} ({phone}) · {street}, {region} · requested arrival {dates}</translation>
    </message>
</context>
<context>
    <name>Shipments</name>
    <message>
        <source>Diterima oleh</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>Isi nama penerima barang.</source>
        <translation>Enter who received the goods.</translation>
    </message>
    <message>
        <source>Nama orang atau bagian yang menerima barang.</source>
        <translation>Name of the person or department that received the goods.</translation>
    </message>
    <message>
        <source>Tandai Tiba</source>
        <translation>Mark as arrived</translation>
    </message>
    <message>
        <source>Tandai pengiriman tiba</source>
        <translation>Mark shipment as arrived</translation>
    </message>
</context>
<context>
    <name>ShipmentsCard</name>
    <message>
        <source>Belum ada barang yang dikirim.</source>
        <translation>No goods have been shipped yet.</translation>
    </message>
    <message>
        <source>Dalam perjalanan</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>Dikirim {sent}, perkiraan tiba {expected}</source>
        <translation>Shipped {sent}, expected {expected}</translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>Pengiriman jatuh tempo</source>
        <translation>Shipments due</translation>
    </message>
    <message>
        <source>Pengiriman {no} · {place}</source>
        <translation>Shipment {no} · {place}</translation>
    </message>
    <message>
        <source>Tandai tiba…</source>
        <translation>Mark as arrived…</translation>
    </message>
    <message>
        <source>Tiba</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>Tiba {moment}, diterima oleh {name}</source>
        <translation>Arrived {moment}, received by {name}</translation>
    </message>
    <message>
        <source>Tidak ada yang harus dikirim.</source>
        <translation>Nothing has to be shipped.</translation>
    </message>
    <message>
        <source>{count} pengiriman</source>
        <translation>shipments: {count}</translation>
    </message>
</context>
<context>
    <name>ShippingPage</name>
    <message>
        <source>Ada yang belum terkirim ke peladen; dikirim sendiri begitu tersambung.</source>
        <translation>Something has not been sent to the server yet; it is sent by itself once connected.</translation>
    </message>
    <message>
        <source>Belum tercatat</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>Buka pesanan</source>
        <translation>Open order</translation>
    </message>
    <message>
        <source>Isian Anda masih ada di halaman ini.</source>
        <translation>Your entries are still on this page.</translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation>Shipping</translation>
    </message>
    <message>
        <source>Perlu dikirim</source>
        <translation>To be shipped</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Pesanan muncul di sini setelah Anda menerima dan menandatangani Surat Pesanan.</source>
        <translation>Orders appear here once you accept and sign the purchase letter.</translation>
    </message>
    <message>
        <source>Pilih pesanan di kiri</source>
        <translation>Choose an order on the left</translation>
    </message>
    <message>
        <source>Tiba, diperiksa PPK</source>
        <translation>Arrived, PPK inspects</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dikirim</source>
        <translation>Nothing to ship</translation>
    </message>
    <message>
        <source>{count} di perjalanan</source>
        <translation>{count} on the way</translation>
    </message>
    <message>
        <source>{count} perlu dikirim</source>
        <translation>{count} to ship</translation>
    </message>
    <message>
        <source>{deed} tidak diterima: {why}</source>
        <translation>{deed} was not accepted: {why}</translation>
    </message>
    <message>
        <source>{number} · {state}</source>
        <translation>{number} · {state}</translation>
    </message>
</context>
<context>
    <name>SignForm</name>
    <message>
        <source>Frasa sandi kunci</source>
        <translation>Key passphrase</translation>
    </message>
    <message>
        <source>Tanda Tangani</source>
        <translation>Sign</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Alamat peladen</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>Contoh: inaproc.kantor.go.id. Sambungan selalu terenkripsi.</source>
        <translation>Example: inaproc.office.go.id. The connection is always encrypted.</translation>
    </message>
    <message>
        <source>Frasa sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Frasa sandi komputer ini</source>
        <translation>Passphrase of this computer</translation>
    </message>
    <message>
        <source>Komputer ini tidak punya penyimpanan rahasia. Buat satu frasa sandi; frasa ini ditanya setiap kali aplikasi dibuka, dan tidak dapat dipulihkan bila terlupa.</source>
        <translation>This computer has no secret store. Choose a passphrase; it is asked for each time the application opens, and it cannot be recovered if forgotten.</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Masukkan frasa sandi komputer ini untuk melanjutkan sesi yang disimpan.</source>
        <translation>Enter the passphrase of this computer to resume the saved session.</translation>
    </message>
    <message>
        <source>Peladen</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Periksa dan gunakan</source>
        <translation>Check and use</translation>
    </message>
    <message>
        <source>Ulangi frasa sandi</source>
        <translation>Repeat passphrase</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Enam angka dari aplikasi autentikator Anda.</source>
        <translation>The six digits from your authenticator app.</translation>
    </message>
    <message>
        <source>Isi kata sandi.</source>
        <translation>Enter your password.</translation>
    </message>
    <message>
        <source>Isi nama pengguna atau email.</source>
        <translation>Enter your username or email.</translation>
    </message>
    <message>
        <source>Kantor buatan di komputer ini, untuk belajar dan mencoba. Semua data simulasi.</source>
        <translation>A made-up office on this computer, for learning and trying things out. All data is simulated.</translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kode verifikasi dua langkah</source>
        <translation>Two-step verification code</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Melanjutkan sesi Anda…</source>
        <translation>Resuming your session…</translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Menghubungi peladen…</source>
        <translation>Contacting the server…</translation>
    </message>
    <message>
        <source>Menyiapkan kantor latihan… Yang pertama kali butuh beberapa detik.</source>
        <translation>Preparing the training office… The first time takes a few seconds.</translation>
    </message>
    <message>
        <source>Mode latihan</source>
        <translation>Training mode</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nama pengguna atau email</source>
        <translation>Username or email</translation>
    </message>
    <message>
        <source>Orang latihan</source>
        <translation>Training people</translation>
    </message>
    <message>
        <source>Peladen belum dipilih.</source>
        <translation>No server chosen yet.</translation>
    </message>
    <message>
        <source>Peladen latihan {version}</source>
        <translation>Training server {version}</translation>
    </message>
    <message>
        <source>Peladen…</source>
        <translation>Server…</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Pilih peran latihan</source>
        <translation>Choose a training role</translation>
    </message>
    <message>
        <source>SIMULASI: semua orang dan kantor ini buatan, dan kata sandinya umum. Satu klik mengisi formulir; klik ganda langsung masuk.</source>
        <translation>SIMULATION: these people and this office are made up, and their passwords are public. One click fills the form; a double click signs in at once.</translation>
    </message>
    <message>
        <source>Tetap masuk di perangkat ini</source>
        <translation>Stay signed in on this device</translation>
    </message>
    <message>
        <source>{address} · versi {version}</source>
        <translation>{address} · version {version}</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>BAST</source>
        <translation>BAST</translation>
    </message>
    <message>
        <source>Belum ada tanda tangan untuk diperiksa.</source>
        <translation>There is no signature to check yet.</translation>
    </message>
    <message>
        <source>Belum dapat diperiksa.</source>
        <translation>Cannot be checked yet.</translation>
    </message>
    <message>
        <source>Diubah setelah ditandatangani</source>
        <translation>Changed after signing</translation>
    </message>
    <message>
        <source>Memeriksa dokumen…</source>
        <translation>Checking the document…</translation>
    </message>
    <message>
        <source>Memeriksa kunci dan kehadiran Anda…</source>
        <translation>Checking your key and your presence…</translation>
    </message>
    <message>
        <source>Memeriksa tanda tangan Anda…</source>
        <translation>Checking your signature…</translation>
    </message>
    <message>
        <source>Menandatangani…</source>
        <translation>Signing…</translation>
    </message>
    <message>
        <source>Mengambil dokumen…</source>
        <translation>Fetching the document…</translation>
    </message>
    <message>
        <source>Mengirim… Tidak dapat dibatalkan lagi.</source>
        <translation>Sending… This can no longer be cancelled.</translation>
    </message>
    <message>
        <source>PDF biasa tanpa isi aktif</source>
        <translation>Plain PDF without active content</translation>
    </message>
    <message>
        <source>Pemesan (PPK)</source>
        <translation>Ordered by (PPK)</translation>
    </message>
    <message>
        <source>Penanda tangan sesuai catatan pesanan</source>
        <translation>Signers match the order record</translation>
    </message>
    <message>
        <source>Penerbit sertifikat tepercaya</source>
        <translation>Trusted certificate issuer</translation>
    </message>
    <message>
        <source>Penerima (PPK)</source>
        <translation>Received by (PPK)</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Perlu sambungan untuk diperiksa.</source>
        <translation>Checking needs a connection.</translation>
    </message>
    <message>
        <source>Sama dengan naskah di peladen</source>
        <translation>Same as the document on the server</translation>
    </message>
    <message>
        <source>Surat Pesanan</source>
        <translation>Purchase letter</translation>
    </message>
    <message>
        <source>Tanda tangan utuh</source>
        <translation>Signatures intact</translation>
    </message>
    <message>
        <source>Tidak.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Tidak. Di berkas: {names}. Bandingkan dengan riwayat pesanan.</source>
        <translation>No. In the file: {names}. Compare with the order&apos;s history.</translation>
    </message>
    <message>
        <source>Tidak. Isi berkas berubah; jangan dipakai sebagai bukti.</source>
        <translation>No. The file has been altered; do not use it as evidence.</translation>
    </message>
    <message>
        <source>Tidak. Jangan ditandatangani; laporkan kepada pengelola.</source>
        <translation>No. Do not sign it; report it to your administrator.</translation>
    </message>
    <message>
        <source>Tidak. Salinan ini bukan naskah yang berlaku; buka lagi saat tersambung.</source>
        <translation>No. This copy is not the valid document; open it again once connected.</translation>
    </message>
    <message>
        <source>Tidak. Sertifikat bukan dari penerbit layanan ini, atau sudah tidak berlaku.</source>
        <translation>No. The certificate is not from this service&apos;s issuer, or is no longer valid.</translation>
    </message>
    <message>
        <source>Ya, ada perubahan. Jangan dipakai sebagai bukti; laporkan kepada pengelola.</source>
        <translation>Yes, it was changed. Do not use it as evidence; report it to your administrator.</translation>
    </message>
    <message>
        <source>Ya. Byte yang ditandatangani tidak berubah.</source>
        <translation>Yes. The signed bytes are unchanged.</translation>
    </message>
    <message>
        <source>Ya. Diterbitkan oleh {issuer}.</source>
        <translation>Yes. Issued by {issuer}.</translation>
    </message>
    <message>
        <source>Ya. Sidik SHA-256 {hash}… cocok.</source>
        <translation>Yes. SHA-256 fingerprint {hash}… matches.</translation>
    </message>
    <message>
        <source>Ya. Tidak ada skrip, lampiran, atau sandi.</source>
        <translation>Yes. No scripts, attachments or passwords.</translation>
    </message>
    <message>
        <source>Ya. {names}.</source>
        <translation>Yes. {names}.</translation>
    </message>
</context>
<context>
    <name>SigningPage</name>
    <message>
        <source>Belum berhasil</source>
        <translation>Not successful yet</translation>
    </message>
    <message>
        <source>Belum ditandatangani</source>
        <translation>Not signed yet</translation>
    </message>
    <message>
        <source>Belum terbit</source>
        <translation>Not issued yet</translation>
    </message>
    <message>
        <source>Bila tanda tangan sempat terkirim, jawabannya ditanyakan lagi dan tampak di Kotak Keluar.</source>
        <translation>If the signature was sent after all, its answer is asked for again and shown in the outbox.</translation>
    </message>
    <message>
        <source>Dokumen PDF (*.pdf)</source>
        <translation>PDF document (*.pdf)</translation>
    </message>
    <message>
        <source>Dokumen belum ada di komputer ini. {why}</source>
        <translation>The document is not on this computer yet. {why}</translation>
    </message>
    <message>
        <source>Dokumen di peladen dan kunci Anda tidak berubah.</source>
        <translation>The document on the server and your key are unchanged.</translation>
    </message>
    <message>
        <source>Dokumen ini tidak ada pada akses Anda. Buka Pesanan dan pilih dari sana.</source>
        <translation>This document is not part of your access. Open Orders and choose from there.</translation>
    </message>
    <message>
        <source>Isi nomor BAST di kanan. Setelah diterbitkan, dokumennya tampil di sini.</source>
        <translation>Enter the BAST number on the right. Once issued, the document appears here.</translation>
    </message>
    <message>
        <source>Isian Anda masih ada di halaman ini; pesanan tidak berubah.</source>
        <translation>Your entries are still on this page; the order has not changed.</translation>
    </message>
    <message>
        <source>Kunci dan sertifikat Anda siap di komputer ini. Silakan tanda tangani.</source>
        <translation>Your key and certificate are ready on this computer. You can sign now.</translation>
    </message>
    <message>
        <source>Lengkap: dua tanda tangan</source>
        <translation>Complete: two signatures</translation>
    </message>
    <message>
        <source>Mengambil dokumen…</source>
        <translation>Fetching the document…</translation>
    </message>
    <message>
        <source>PDF disimpan di {path}</source>
        <translation>PDF saved to {path}</translation>
    </message>
    <message>
        <source>Penandatanganan dihentikan. Tidak ada yang dikirim; pesanan tidak berubah.</source>
        <translation>Signing was stopped. Nothing was sent; the order has not changed.</translation>
    </message>
    <message>
        <source>Periksa, lalu tanda tangani lagi. Mengulang aman: dokumennya tetap sama.</source>
        <translation>Check, then sign again. Repeating is safe: the document stays the same.</translation>
    </message>
    <message>
        <source>Pesanan berakhir dan anggaran pembeli dilepas. Alasan dibaca oleh PPK dan Pejabat Pengadaan. Ini tidak dapat diurungkan.</source>
        <translation>The order ends and the buyer&apos;s budget is released. The PPK and the procurement officer read the reason. This cannot be undone.</translation>
    </message>
    <message>
        <source>Pesanan dibatalkan</source>
        <translation>Order cancelled</translation>
    </message>
    <message>
        <source>Salinan di komputer ini, diambil {moment}. Tanpa sambungan, belum tentu revisi terakhir.</source>
        <translation>Copy on this computer, fetched {moment}. Without a connection it may not be the latest revision.</translation>
    </message>
    <message>
        <source>Simpan PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Simpan PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>Tolak Pesanan</source>
        <translation>Decline order</translation>
    </message>
    <message>
        <source>Tolak pesanan ini?</source>
        <translation>Decline this order?</translation>
    </message>
    <message>
        <source>Tunggu tersambung, lihat status pesanan, lalu ulangi bila belum tertanda tangan.</source>
        <translation>Wait for the connection, look at the order&apos;s status, then repeat if it is not signed yet.</translation>
    </message>
    <message>
        <source>{paper} pesanan ini belum terbit.</source>
        <translation>The {paper} of this order has not been issued yet.</translation>
    </message>
    <message>
        <source>{paper} {number}</source>
        <translation>{paper} {number}</translation>
    </message>
</context>
<context>
    <name>SpendingCard</name>
    <message>
        <source>Belanja {year} terhadap pagu</source>
        <translation>Spending {year} against ceilings</translation>
    </message>
    <message>
        <source>Belum ada paket RUP tahun ini di perangkat ini.</source>
        <translation>No RUP packages of this year on this device yet.</translation>
    </message>
    <message>
        <source>dan {count} paket lain</source>
        <translation>and {count} more packages</translation>
    </message>
    <message>
        <source>{name}: {used} dari pagu {pagu}</source>
        <translation>{name}: {used} of the ceiling of {pagu}</translation>
    </message>
</context>
<context>
    <name>StepUp</name>
    <message>
        <source>Gunakan kata sandi</source>
        <translation>Use password</translation>
    </message>
    <message>
        <source>Gunakan kode autentikator</source>
        <translation>Use authenticator code</translation>
    </message>
    <message>
        <source>Kata sandi akun</source>
        <translation>Account password</translation>
    </message>
    <message>
        <source>Kode autentikator (6 angka)</source>
        <translation>Authenticator code (6 digits)</translation>
    </message>
</context>
<context>
    <name>SubjectCard</name>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Nomor BAST</source>
        <translation>BAST number</translation>
    </message>
    <message>
        <source>Nomor pesanan</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>RUP</source>
        <translation>RUP</translation>
    </message>
    <message>
        <source>Satker</source>
        <translation>Work unit</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>SyncButton</name>
    <message>
        <source>Luring</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Luring · {count} perubahan menunggu</source>
        <translation>Offline · {count} waiting to be sent</translation>
    </message>
    <message>
        <source>Menyinkron…</source>
        <translation>Synchronising…</translation>
    </message>
    <message>
        <source>Menyinkron… {done}/{total}</source>
        <translation>Synchronising… {done}/{total}</translation>
    </message>
    <message>
        <source>Perlu perhatian · {count} ditolak</source>
        <translation>Needs attention · {count} refused</translation>
    </message>
    <message>
        <source>Tersinkron</source>
        <translation>Synchronised</translation>
    </message>
    <message>
        <source>Tersinkron {time}</source>
        <translation>Synchronised {time}</translation>
    </message>
    <message>
        <source>{state}. Klik untuk membuka Kotak Keluar.</source>
        <translation>{state}. Click to open the outbox.</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Kembalikan lebar kolom</source>
        <translation>Reset column widths</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Urutkan menurut</source>
        <translation>Sort by</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message>
        <source>Batas waktu</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Buka Katalog</source>
        <translation>Open catalogue</translation>
    </message>
    <message>
        <source>Menunggu data pertama dari peladen</source>
        <translation>Waiting for the first data from the server</translation>
    </message>
    <message>
        <source>Menunggu tindakan Anda</source>
        <translation>Waiting for you</translation>
    </message>
    <message>
        <source>Mulai belanja dari Katalog; tugas baru muncul di sini begitu ada.</source>
        <translation>Start shopping in the catalogue; new tasks appear here as they come.</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Pembeli</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu Anda</source>
        <translation>Nothing is waiting for you</translation>
    </message>
    <message>
        <source>Tindakan</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Tugas Anda muncul di sini setelah sinkronisasi pertama selesai.</source>
        <translation>Your tasks appear here once the first synchronisation is done.</translation>
    </message>
    <message>
        <source>Tugas baru muncul di sini begitu ada.</source>
        <translation>New tasks appear here as they come.</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
</context>
<context>
    <name>TaxCard</name>
    <message>
        <source>Beban anggaran</source>
        <translation>Charged to the budget</translation>
    </message>
    <message>
        <source>Dihitung tanpa surat keterangan PPh final UMKM; periksa bila penyedia memilikinya.</source>
        <translation>Computed without a final-tax certificate for MSMEs; check whether the vendor has one.</translation>
    </message>
    <message>
        <source>Diterima di rekening penyedia</source>
        <translation>Received in the vendor&apos;s account</translation>
    </message>
    <message>
        <source>Pajak dan potongan</source>
        <translation>Taxes and deductions</translation>
    </message>
    <message>
        <source>sebagai informasi</source>
        <translation>for information</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Perlihatkan</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Tutup pemberitahuan</source>
        <translation>Close notice</translation>
    </message>
</context>
<context>
    <name>VendorGroup</name>
    <message>
        <source>Checkout</source>
        <translation>Checkout</translation>
    </message>
    <message>
        <source>Harga satuan</source>
        <translation>Unit price</translation>
    </message>
    <message>
        <source>Isi Keranjang</source>
        <translation>Cart contents</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Jumlah harga</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Jumlah {goods} sebelum pajak</source>
        <translation>{goods} before tax</translation>
    </message>
    <message>
        <source>Penyedia ini tidak aktif lagi.</source>
        <translation>This vendor is no longer active.</translation>
    </message>
    <message>
        <source>Produk</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Selesaikan dahulu produk yang ditandai merah.</source>
        <translation>First resolve the products marked in red.</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>{count} produk</source>
        <translation>{count} found</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>APIP</source>
        <translation>Internal auditor (APIP)</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>BAST</source>
        <translation>BAST</translation>
    </message>
    <message>
        <source>BAST {number} diterbitkan</source>
        <translation>BAST {number} issued</translation>
    </message>
    <message>
        <source>Barang dikirim ke lokasi {delivery} dengan {courier}</source>
        <translation>Goods shipped to place {delivery} with {courier}</translation>
    </message>
    <message>
        <source>Barang diperiksa, terlambat {days} hari</source>
        <translation>Goods inspected, late by {days} d</translation>
    </message>
    <message>
        <source>Barang diperiksa: tepat guna</source>
        <translation>Goods inspected: fit for purpose</translation>
    </message>
    <message>
        <source>Batal Otomatis</source>
        <translation>Cancelled automatically</translation>
    </message>
    <message>
        <source>Batas waktu lewat</source>
        <translation>Deadline passed</translation>
    </message>
    <message>
        <source>Belum ada akses</source>
        <translation>No access yet</translation>
    </message>
    <message>
        <source>Belum terkirim</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Bendahara</source>
        <translation>Treasurer</translation>
    </message>
    <message>
        <source>Bendahara Umum Daerah</source>
        <translation>Regional treasurer (BUD)</translation>
    </message>
    <message>
        <source>Bentrok dengan perubahan lain</source>
        <translation>Conflicts with another change</translation>
    </message>
    <message>
        <source>Checkout</source>
        <translation>Checkout</translation>
    </message>
    <message>
        <source>Dalam Pengiriman / Pengerjaan</source>
        <translation>In delivery / in progress</translation>
    </message>
    <message>
        <source>Diajukan untuk persetujuan PPK</source>
        <translation>Submitted for PPK approval</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Dibatalkan saat negosiasi</source>
        <translation>Cancelled during negotiation</translation>
    </message>
    <message>
        <source>Dibayarkan Sebagian</source>
        <translation>Partly paid</translation>
    </message>
    <message>
        <source>Diproses Penyedia</source>
        <translation>Being processed by the vendor</translation>
    </message>
    <message>
        <source>Ditahan: perlu tindakan Anda</source>
        <translation>On hold: needs your action</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Ditolak</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Ditolak PPK</source>
        <translation>Rejected by the PPK</translation>
    </message>
    <message>
        <source>Draf</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Draf checkout disimpan</source>
        <translation>Checkout draft saved</translation>
    </message>
    <message>
        <source>Giliran Anda</source>
        <translation>Your turn</translation>
    </message>
    <message>
        <source>Giliran {party}</source>
        <translation>Turn: {party}</translation>
    </message>
    <message>
        <source>Kuasa Pengguna Anggaran (KPA)</source>
        <translation>Authorised budget user (KPA)</translation>
    </message>
    <message>
        <source>Melanjutkan proses pesanan</source>
        <translation>Proceeding with the order</translation>
    </message>
    <message>
        <source>Membatalkan negosiasi</source>
        <translation>Cancelling the negotiation</translation>
    </message>
    <message>
        <source>Membuat Surat Pesanan</source>
        <translation>Issuing the purchase letter</translation>
    </message>
    <message>
        <source>Memeriksa barang</source>
        <translation>Inspecting the goods</translation>
    </message>
    <message>
        <source>Memilih metode pembayaran</source>
        <translation>Choosing the payment method</translation>
    </message>
    <message>
        <source>Menandai pesanan tiba</source>
        <translation>Marking the order as arrived</translation>
    </message>
    <message>
        <source>Menandatangani BAST</source>
        <translation>Signing the BAST</translation>
    </message>
    <message>
        <source>Menandatangani Surat Pesanan</source>
        <translation>Signing the purchase letter</translation>
    </message>
    <message>
        <source>Menerbitkan BAST</source>
        <translation>Issuing the BAST</translation>
    </message>
    <message>
        <source>Menerima pesanan</source>
        <translation>Accepting the order</translation>
    </message>
    <message>
        <source>Mengajukan harga balasan</source>
        <translation>Sending a counter-offer</translation>
    </message>
    <message>
        <source>Mengajukan harga baru</source>
        <translation>Sending a new offer</translation>
    </message>
    <message>
        <source>Mengajukan ke PPK</source>
        <translation>Submitting to the PPK</translation>
    </message>
    <message>
        <source>Mengajukan negosiasi</source>
        <translation>Submitting the negotiation</translation>
    </message>
    <message>
        <source>Mengembalikan ke PP</source>
        <translation>Returning to the PP</translation>
    </message>
    <message>
        <source>Mengirim barang</source>
        <translation>Shipping goods</translation>
    </message>
    <message>
        <source>Mengonfirmasi pembayaran</source>
        <translation>Confirming the payment</translation>
    </message>
    <message>
        <source>Menolak negosiasi</source>
        <translation>Declining the negotiation</translation>
    </message>
    <message>
        <source>Menolak pesanan</source>
        <translation>Declining the order</translation>
    </message>
    <message>
        <source>Menolak pesanan pada persetujuan</source>
        <translation>Rejecting the order at approval</translation>
    </message>
    <message>
        <source>Menunggu Konfirmasi BAST oleh Pembeli</source>
        <translation>Awaiting BAST by the buyer</translation>
    </message>
    <message>
        <source>Menunggu Konfirmasi BAST oleh Penyedia</source>
        <translation>Awaiting BAST confirmation by the vendor</translation>
    </message>
    <message>
        <source>Menunggu Konfirmasi Penyedia</source>
        <translation>Awaiting vendor&apos;s confirmation</translation>
    </message>
    <message>
        <source>Menunggu PPK</source>
        <translation>Awaiting PPK</translation>
    </message>
    <message>
        <source>Menunggu PPK memilih metode</source>
        <translation>Awaiting the PPK&apos;s choice of method</translation>
    </message>
    <message>
        <source>Menunggu Pembayaran</source>
        <translation>Awaiting payment</translation>
    </message>
    <message>
        <source>Menunggu Pemilihan Metode Pembayaran</source>
        <translation>Awaiting choice of payment method</translation>
    </message>
    <message>
        <source>Menunggu Persetujuan PPK</source>
        <translation>Awaiting PPK approval</translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Menyetujui harga</source>
        <translation>Agreeing to the prices</translation>
    </message>
    <message>
        <source>Menyimpan draf checkout</source>
        <translation>Saving the checkout draft</translation>
    </message>
    <message>
        <source>Metode pembayaran dipilih: {channel}</source>
        <translation>Payment method chosen: {channel}</translation>
    </message>
    <message>
        <source>Nego Disepakati</source>
        <translation>Negotiation agreed</translation>
    </message>
    <message>
        <source>Negosiasi</source>
        <translation>Negotiation</translation>
    </message>
    <message>
        <source>Negosiasi batal otomatis: batas waktu lewat</source>
        <translation>Negotiation cancelled automatically: deadline passed</translation>
    </message>
    <message>
        <source>Negosiasi batal: produk turun tayang</source>
        <translation>Negotiation cancelled: product no longer listed</translation>
    </message>
    <message>
        <source>Negosiasi diajukan, penawaran awal {total}</source>
        <translation>Negotiation submitted, opening offer {total}</translation>
    </message>
    <message>
        <source>Negosiasi: Menunggu Pembeli</source>
        <translation>Negotiation: awaiting buyer</translation>
    </message>
    <message>
        <source>Negosiasi: Menunggu Respons Anda</source>
        <translation>Negotiation: awaiting your response</translation>
    </message>
    <message>
        <source>Negosiasi: Menunggu Respons Pembeli</source>
        <translation>Negotiation: awaiting buyer&apos;s response</translation>
    </message>
    <message>
        <source>Negosiasi: Menunggu Respons Penyedia</source>
        <translation>Negotiation: awaiting vendor&apos;s response</translation>
    </message>
    <message>
        <source>PPK</source>
        <translation>PPK</translation>
    </message>
    <message>
        <source>PPK menandatangani BAST</source>
        <translation>PPK signed the BAST</translation>
    </message>
    <message>
        <source>PPK menandatangani Surat Pesanan</source>
        <translation>PPK signed the purchase letter</translation>
    </message>
    <message>
        <source>PPK mengembalikan ke pembeli</source>
        <translation>PPK returned it to the buyer</translation>
    </message>
    <message>
        <source>PPK menolak</source>
        <translation>PPK rejected it</translation>
    </message>
    <message>
        <source>PPSPM</source>
        <translation>PPSPM</translation>
    </message>
    <message>
        <source>Pejabat Pengadaan</source>
        <translation>Procurement officer</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Pembayaran di Luar Sistem</source>
        <translation>Paid outside the system</translation>
    </message>
    <message>
        <source>Pembayaran termin {termin} dikonfirmasi: {amount} ({reference})</source>
        <translation>Payment of instalment {termin} confirmed: {amount} ({reference})</translation>
    </message>
    <message>
        <source>Pembeli</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>Pembeli membatalkan negosiasi</source>
        <translation>Buyer cancelled the negotiation</translation>
    </message>
    <message>
        <source>Pembeli mengajukan harga baru, total {total}</source>
        <translation>Buyer sent a new offer, total {total}</translation>
    </message>
    <message>
        <source>Pembeli menyetujui harga, total {total}</source>
        <translation>Buyer agreed to the prices, total {total}</translation>
    </message>
    <message>
        <source>Pengguna Anggaran (PA)</source>
        <translation>Budget user (PA)</translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Penyedia menandatangani BAST</source>
        <translation>Vendor signed the BAST</translation>
    </message>
    <message>
        <source>Penyedia menawar balik, total {total}</source>
        <translation>Vendor countered, total {total}</translation>
    </message>
    <message>
        <source>Penyedia menerima dan menandatangani Surat Pesanan</source>
        <translation>Vendor accepted and signed the purchase letter</translation>
    </message>
    <message>
        <source>Penyedia menolak negosiasi</source>
        <translation>Vendor declined the negotiation</translation>
    </message>
    <message>
        <source>Penyedia menolak pesanan</source>
        <translation>Vendor declined the order</translation>
    </message>
    <message>
        <source>Penyedia menyetujui harga, total {total}</source>
        <translation>Vendor agreed to the prices, total {total}</translation>
    </message>
    <message>
        <source>Perlu Diproses</source>
        <translation>To be processed</translation>
    </message>
    <message>
        <source>Permintaan Pembatalan</source>
        <translation>Cancellation requested</translation>
    </message>
    <message>
        <source>Pesanan Tiba</source>
        <translation>Order arrived</translation>
    </message>
    <message>
        <source>Pesanan Tiba - Menunggu Konfirmasi Penyedia</source>
        <translation>Order arrived - awaiting vendor&apos;s confirmation</translation>
    </message>
    <message>
        <source>Pesanan batal otomatis: batas waktu penyedia lewat</source>
        <translation>Order cancelled automatically: the vendor&apos;s deadline passed</translation>
    </message>
    <message>
        <source>Pesanan dalam pengiriman</source>
        <translation>Order in delivery</translation>
    </message>
    <message>
        <source>Pesanan tiba, diterima oleh {person}</source>
        <translation>Order arrived, received by {person}</translation>
    </message>
    <message>
        <source>Pokja Pemilihan</source>
        <translation>Selection working group (Pokja)</translation>
    </message>
    <message>
        <source>Produk turun tayang</source>
        <translation>Product no longer listed</translation>
    </message>
    <message>
        <source>Proses Addendum</source>
        <translation>Addendum in progress</translation>
    </message>
    <message>
        <source>Proses Tanda Tangan</source>
        <translation>Signing in progress</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Sistem</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Surat Pesanan</source>
        <translation>Purchase letter</translation>
    </message>
    <message>
        <source>Surat Pesanan dibuat</source>
        <translation>Purchase letter issued</translation>
    </message>
    <message>
        <source>Terkirim, menunggu jawaban</source>
        <translation>Sent, awaiting answer</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu bertindak</source>
        <translation>Nobody needs to act</translation>
    </message>
    <message>
        <source>Tinjauan PPK</source>
        <translation>PPK review</translation>
    </message>
    <message>
        <source>Verifikator</source>
        <translation>Verifier</translation>
    </message>
    <message>
        <source>s.d. {until}</source>
        <translation>until {until}</translation>
    </message>
</context>
<context>
    <name>_About</name>
    <message>
        <source>Pakai harga baru</source>
        <translation>Use new price</translation>
    </message>
</context>
<context>
    <name>_DateLine</name>
    <message>
        <source>Buka kalender</source>
        <translation>Open calendar</translation>
    </message>
    <message>
        <source>Paling akhir {date}.</source>
        <translation>{date} at the latest.</translation>
    </message>
    <message>
        <source>Paling awal {date}.</source>
        <translation>{date} at the earliest.</translation>
    </message>
    <message>
        <source>Tanggal tidak terbaca. Tulis misalnya 25-11-2026.</source>
        <translation>The date is not understood. Write for example 25-11-2026.</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Di bawah minimum</source>
        <translation>Below minimum</translation>
    </message>
    <message>
        <source>Harga naik</source>
        <translation>Price up</translation>
    </message>
    <message>
        <source>Harga turun</source>
        <translation>Price down</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Keluarkan dari Keranjang</source>
        <translation>Remove from cart</translation>
    </message>
    <message>
        <source>Keluarkan {name} dari Keranjang</source>
        <translation>Remove {name} from the cart</translation>
    </message>
    <message>
        <source>Melebihi stok</source>
        <translation>Exceeds stock</translation>
    </message>
    <message>
        <source>Pakai harga baru</source>
        <translation>Use new price</translation>
    </message>
    <message>
        <source>Paling sedikit {least}. Tambah jumlahnya.</source>
        <translation>At least {least}. Raise the quantity.</translation>
    </message>
    <message>
        <source>Produk ini tidak dijual lagi. Keluarkan, lalu cari penggantinya di Katalog.</source>
        <translation>This product is no longer sold. Remove it, then look for a replacement in the catalogue.</translation>
    </message>
    <message>
        <source>Semula {seen}, sekarang {price}.</source>
        <translation>Was {seen}, now {price}.</translation>
    </message>
    <message>
        <source>Stok {left}. Kurangi jumlahnya.</source>
        <translation>{left} in stock. Reduce the quantity.</translation>
    </message>
    <message>
        <source>Turun tayang</source>
        <translation>No longer listed</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>baru</source>
        <translation>new</translation>
    </message>
</context>
<context>
    <name>_NumberField</name>
    <message>
        <source>Angkanya terlalu besar. Periksa jumlah nolnya.</source>
        <translation>The number is too large. Check the zeros.</translation>
    </message>
    <message>
        <source>Bukan angka. Tulis angka saja, misalnya {example}.</source>
        <translation>Not a number. Write digits only, for example {example}.</translation>
    </message>
    <message>
        <source>Paling banyak dua angka di belakang koma, misalnya {example}.</source>
        <translation>Two decimals at most, for example {example}.</translation>
    </message>
    <message>
        <source>Tidak boleh kurang dari nol. Tulis misalnya {example}.</source>
        <translation>It cannot be below zero. Write for example {example}.</translation>
    </message>
    <message>
        <source>Titik atau koma tidak pada tempatnya. Tulis misalnya {example}.</source>
        <translation>A point or comma is out of place. Write for example {example}.</translation>
    </message>
    <message>
        <source>Tulis rupiah utuh tanpa sen, misalnya {example}.</source>
        <translation>Write whole rupiah without cents, for example {example}.</translation>
    </message>
</context>
<context>
    <name>_Paper</name>
    <message>
        <source>Halaman {number}</source>
        <translation>Page {number}</translation>
    </message>
</context>
</TS>
